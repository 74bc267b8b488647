import { type Address, encodeDeployData, getContractAddress, type Hex } from "viem";
import type { Codes } from "./compileRange";
import { poolOf, poolSteps } from "./poolSteps";
import { poolOfV3, poolStepsV3 } from "./poolStepsV3";
import { addressOf, encodeCall, firstNames, type Names, resolve } from "./resolve";
import { tradeSteps } from "./tradeSteps";
import type { Build, Row, Step } from "./types";

export type Sent = { what: string; from: Address; to?: Address; data: Hex; value: bigint };
/** Transactions in stages: what one stage does is mined before the next begins. */
export type Plan = {
  row: Row;
  token: Address;
  pool: Address | null;
  /** What each `$name` of the row stands for. */
  names: Names;
  accounts: Address[];
  /** Whoever needs USDC beforehand, and how much. */
  usdc: { to: Address; amount: bigint } | null;
  /** Code that is put in place instead of being deployed. */
  placed: { at: Address; code: Hex } | null;
  stages: Sent[][];
};

/** Every address is known beforehand, so the whole set-up of a contract can be written down before anything is sent. */
export function planRow(row: Row, codes: Codes, salt: string, now: number): Plan {
  const names = firstNames(row.id, salt, now);
  const me = addressOf("$me", names);
  const built: Sent[] = [];
  const deploy = (build: Build, as: string) => {
    const address = getContractAddress({ from: me, nonce: BigInt(built.length) });
    // A token may be told its own address or its pool's by its own constructor's arguments.
    built.push({ what: `deploy ${build.contract}`, from: me, data: deployData(build, codes, names), value: 0n });
    names.set(as, address);
    return address;
  };
  const helpers = row.helpers ?? [];
  foretell(row, names, me);
  for (const helper of helpers) deploy(helper, helper.as);
  const token = addressOf("$token", names);
  if (!row.stands && !row.delegatesTo) deploy(row, "token");
  const at = (stage: Step["at"]) => (row.steps ?? []).filter((step) => step.at === stage).map((step) => sent(step, names));
  const pooled = row.pooled ?? 950_000_000;
  return {
    row,
    token,
    pool: pooled > 0 ? addressOf("$pool", names) : null,
    names,
    accounts: ["$me", "$hidden", "$buyer1", "$buyer2", "$buyer3"].map((name) => addressOf(name, names)),
    usdc: usdcFor(row, me, pooled),
    placed: row.delegatesTo ? { at: token, code: lentCode(addressOf(row.delegatesTo, names)) } : null,
    stages: [
      built,
      at("built"),
      (row.version ? poolStepsV3(row, token) : poolSteps(row)).map((step) => sent(step, names)),
      at("pooled"),
      ...trades(row, names),
      at("traded"),
    ],
  };
}

/** Helpers may need the addresses of the token and its pool before they exist. */
function foretell({ stands, delegatesTo, helpers = [], quote = "weth", version }: Row, names: Names, me: Address): void {
  const deployed = () => getContractAddress({ from: me, nonce: BigInt(helpers.length) });
  const token = stands || delegatesTo ? addressOf(stands ?? "$hidden", names) : deployed();
  names.set("token", token);
  names.set("pool", version ? poolOfV3(token) : poolOf(token, quote));
}

/** What an account's code is once it has lent itself that of a contract. */
function lentCode(from: Address): Hex {
  return `0xef0100${from.slice(2).toLowerCase()}`;
}

function trades(row: Row, names: Names): Sent[][] {
  return tradeSteps(row).map((stage) => stage.map((step) => sent(step, names)));
}

function deployData({ contract, args = [], code }: Build, codes: Codes, names: Names): Hex {
  const { abi, bytecode } = codes(contract, code);
  return encodeDeployData({ abi, bytecode, args: args.map((arg) => resolve(arg, names)) });
}

function sent({ by = "$me", to = "$token", call, args, value = 0n }: Omit<Step, "at">, names: Names): Sent {
  return { what: call, from: addressOf(by, names), to: addressOf(to, names), data: encodeCall({ call, args: args ?? [] }, names), value };
}

/** What the pool is to be filled with has to come from somewhere. */
function usdcFor({ quote, stands, depth = 30 }: Row, to: Address, pooled: number): Plan["usdc"] {
  if (stands === "$usdc") return { to, amount: BigInt(pooled) * 1_000_000n };
  return quote === "usdc" && pooled > 0 ? { to, amount: BigInt(depth) * 1_000_000_000n } : null;
}
