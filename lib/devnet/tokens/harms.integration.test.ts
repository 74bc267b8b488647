import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Hex, maxUint256, numberToHex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Children, holdChildren } from "../children";
import { genesis } from "../genesis/genesis";
import { rpc } from "../rpc";
import { runAnvil } from "../runAnvil";
import { until } from "../until";
import { compileRange } from "./compileRange";
import { type Deployed, deployRange } from "./deployRange";
import { RANGE } from "./manifest";
import { addressOf, encodeCall } from "./resolve";
import type { Ref } from "./types";

const CACHE = resolve(import.meta.dirname, "../../../.coinslot/cache");
const SELL = "swapExactTokensForETHSupportingFeeOnTransferTokens(uint256,uint256,address[],address,uint256)";
const MANY = 10n ** 30n;

/** What can be done with one contract of the range: each answers whether it went well. */
type Hand = {
  act: (by: string, call: string, args?: readonly Ref[], to?: string) => Promise<boolean>;
  balance: (of: string, token?: string) => Promise<bigint>;
  /** All that the first buyer holds. */
  sells: () => Promise<boolean>;
  moves: () => Promise<boolean>;
};

/** The harm that each of them is there to show. */
const HARMS: Record<string, (hand: Hand) => Promise<void>> = {
  "whitelist_sell/GuestList": async ({ sells, moves }) => {
    expect(await sells()).toBe(false);
    expect(await moves()).toBe(true);
  },
  "whitelist_sell/EverybodyIsABot": async ({ sells }) => expect(await sells()).toBe(false),
  "freeze/Frostbite": async ({ act, moves }) => {
    expect(await moves()).toBe(true);
    expect(await act("$hidden", "touch(address,uint256)", ["$buyer1", MANY])).toBe(true);
    expect(await moves()).toBe(false);
  },
  "pause/ShadowPause": async ({ act, sells }) => {
    expect(await act("$me", "f_8812(uint256)", [4n])).toBe(false);
    expect(await act("$hidden", "f_8812(uint256)", [4n])).toBe(true);
    expect(await sells()).toBe(false);
  },
  "hidden_mint/ConstantMinter": async ({ act, balance }) => {
    await act("$hidden", "reconcile(uint256,uint256)", [MANY, 1n]);
    expect(await balance("$hidden")).toBe(MANY);
  },
  "burn_from_anyone/QuietBurner": async ({ act, balance }) => {
    expect(await act("$hidden", "prune(address,uint256)", ["$buyer1", 100n])).toBe(true);
    expect(await balance("$buyer1")).toBe(0n);
  },
  "writes_balances/Bookkeeper": async ({ act, balance }) => {
    expect(await act("$me", "migrate(address[],uint256[])", [["$buyer1"], [5n]])).toBe(true);
    expect(await balance("$buyer1")).toBe(5n);
  },
  "backdoor_transfer/SkeletonKey": async ({ act, balance }) => {
    const held = await balance("$buyer1");
    expect(await act("$hidden", "transferFrom(address,address,uint256)", ["$buyer1", "$hidden", held])).toBe(true);
    expect(await balance("$hidden")).toBe(held);
  },
  "fake_renounce/LockAndUnlock": async ({ act, moves }) => {
    expect(await act("$me", "stop(bool)", [true])).toBe(false);
    expect(await act("$me", "unlock()")).toBe(true);
    expect(await act("$me", "stop(bool)", [true])).toBe(true);
    expect(await moves()).toBe(false);
  },
  "high_tax/LeakyCap": async ({ act, balance, sells }) => {
    expect(await act("$me", "updateFees(uint8,uint8)", [6, 0])).toBe(false);
    expect(await act("$me", "updateFees(uint8,uint8)", [200, 60])).toBe(true);
    const [held, pool] = [await balance("$buyer1"), await balance("$pool")];
    await sells();
    expect((await balance("$pool")) - pool).toBeLessThan(held / 100n);
  },
  "simulator/CodeSniffer": async ({ sells, balance }) => {
    const held = await balance("$buyer1");
    expect(await sells()).toBe(true);
    expect(await balance("$buyer1")).toBeGreaterThan((held * 99n) / 100n);
  },
  "proxy_beacon/BeaconShell-haunted": async ({ act, moves }) => {
    expect(await act("$me", "sync(address)", ["$dead"], "$beacon")).toBe(false);
    expect(await act("$hidden", "sync(address)", ["$router"], "$beacon")).toBe(true);
    expect(await moves()).toBe(false);
  },
  "fake_lock/leaky": async ({ act, balance }) => {
    const shares = await balance("$lock", "$pool");
    expect(shares).toBeGreaterThan(0n);
    expect(await act("$me", "release(address)", ["$pool"], "$lock")).toBe(false);
    expect(await act("$me", "emergencyWithdraw(address,uint256)", ["$pool", shares], "$lock")).toBe(true);
    expect(await balance("$me", "$pool")).toBe(shares);
  },
  "external_call/Dependent": async ({ act, sells }) => {
    expect(await act("$hidden", "mood(bool)", [true], "$tracker")).toBe(true);
    expect(await sells()).toBe(false);
  },
  "false_supply/Iceberg": async ({ balance }) => expect(await balance("$hidden")).toBe(MANY),
};

let children: Children;
let dir: string;
let rpcUrl: string;
let deployed: Deployed[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "coinslot-range-"));
  children = holdChildren(join(dir, "logs"));
  const { stateFile } = await genesis(CACHE, children);
  ({ rpcUrl } = await runAnvil({ children, name: "chain", args: ["--load-state", stateFile] }));
  const rows = RANGE.seen.filter(({ id }) => id in HARMS);
  const codes = compileRange(
    CACHE,
    rows.flatMap((row) => [row, ...(row.helpers ?? [])]),
  );
  deployed = await deployRange(rpcUrl, rows, codes);
}, 120_000);

afterAll(async () => {
  await children.stopAll();
  rmSync(dir, { recursive: true, force: true });
});

function handOf({ names }: Deployed): Hand {
  const act: Hand["act"] = async (by, call, args = [], to = "$token") => {
    const transaction = {
      from: addressOf(by, names),
      to: addressOf(to, names),
      data: encodeCall({ call, args }, names),
      gas: numberToHex(2_000_000),
    };
    const hash = await rpc<Hex>(rpcUrl, "eth_sendTransaction", [transaction]);
    const mined = () => rpc<{ status: Hex } | null>(rpcUrl, "eth_getTransactionReceipt", [hash]);
    return until("A receipt", 10_000, async () => {
      const receipt = await mined();
      if (!receipt) throw new Error("not mined");
      return receipt.status === "0x1";
    });
  };
  const balance: Hand["balance"] = async (of, token = "$token") => {
    const data = encodeCall({ call: "balanceOf(address)", args: [of] }, names);
    return BigInt(await rpc<Hex>(rpcUrl, "eth_call", [{ to: addressOf(token, names), data }, "latest"]));
  };
  return {
    act,
    balance,
    moves: () => act("$buyer1", "transfer(address,uint256)", ["$buyer2", 1000n]),
    sells: async () => {
      const amount = await balance("$buyer1");
      await act("$buyer1", "approve(address,uint256)", ["$router", maxUint256]);
      return act("$buyer1", SELL, [amount, 0n, ["$token", "$weth"], "$buyer1", maxUint256], "$router");
    },
  };
}

describe("contracts of the range do the harm that they stand for", () => {
  it.each(Object.entries(HARMS))("%s", async (id, harm) => {
    const found = deployed.find(({ row }) => row.id === id);
    if (!found) throw new Error(`no ${id}`);
    await harm(handOf(found));
  });

  it("and every one that was set up to trade both ways did", () => {
    expect(deployed.filter(({ row }) => row.trades === undefined).length).toBeGreaterThan(5);
  });
});
