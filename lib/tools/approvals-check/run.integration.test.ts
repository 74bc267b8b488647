import {
  type Address,
  createPublicClient,
  custom,
  getAddress,
  type Hex,
  maxUint160,
  maxUint256,
  type PublicClient,
  parseEther,
} from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "@/lib/chain/testdata/contextOf";
import { countingNode } from "@/lib/chain/testdata/countingNode";
import { fixture } from "@/lib/chain/testdata/fixtures";
import { startTestChain, type TestChain } from "../token-safety/testdata/chain";
import { PERMIT2 } from "./grants";
import { run } from "./run";
import { type ApprovalsCheckAnswer, output } from "./schema";

const APPROVE = "function approve(address spender, uint256 value)";
/** Has sent something on the test chain, and keeps no code. */
const SOMEBODY: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

let chain: TestChain;
let token: Address;
beforeAll(async () => {
  chain = await startTestChain();
  token = await chain.deploy("Plain");
  await chain.rpc("anvil_setNonce", [SOMEBODY, "0x1"]);
});
afterAll(() => chain?.stop());

const stranger = () => privateKeyToAddress(generatePrivateKey());

async function ask(
  more: { address?: Address; cursor?: string } = {},
  client = chain.client as PublicClient,
): Promise<ApprovalsCheckAnswer> {
  return output.parse(await run({ address: chain.deployer, ...more }, contextOf(chain, client)));
}

async function about(spender: Address) {
  const answer = await ask();
  return answer.approvals.filter((one) => one.spender === getAddress(spender));
}

const ids = (why: { id: string }[]) => why.map(({ id }) => id);

/** Sends what the answer proposes. */
async function revoke({ to, data }: { to: string; data: string }) {
  const hash = await chain.wallet.sendTransaction({ to: to as Address, data: data as Hex });
  await chain.client.waitForTransactionReceipt({ hash });
}

describe("tokens", () => {
  test("without limit to a plain account: all of the balance is at risk, and the call ends it", async () => {
    await chain.send(token, APPROVE, SOMEBODY, maxUint256);
    const [found] = await about(SOMEBODY);
    expect(found).toMatchObject({
      standard: "erc20",
      token: { address: token, symbol: "PLN", decimals: 18 },
      spender_is: "account",
      unlimited: true,
      amount: maxUint256.toString(),
      balance: parseEther("1000000").toString(),
      at_risk: parseEther("1000000").toString(),
      risk: "high",
    });
    expect(ids(found?.why ?? [])).toEqual(["spender_account", "unlimited"]);
    if (found) await revoke(found.revoke);
    expect(await about(SOMEBODY)).toEqual([]);
  });

  test("a little to a contract: no more than that", async () => {
    const spender = await chain.create(fixture("Idle"));
    await chain.send(token, APPROVE, spender, 500n);
    expect(await about(spender)).toMatchObject([{ spender_is: "contract", unlimited: false, at_risk: "500", risk: "low", why: [] }]);
  });

  test("a token that the address has none of is a step milder", async () => {
    const other = await chain.deploy("Plain");
    await chain.send(other, "function transfer(address to, uint256 value)", stranger(), parseEther("1000000"));
    const spender = stranger();
    await chain.send(other, APPROVE, spender, 1n);
    const [found] = await about(spender);
    expect(found).toMatchObject({ spender_is: "nothing", at_risk: "0", risk: "medium" });
    expect(ids(found?.why ?? [])).toEqual(["spender_unused"]);
  });
});

describe("spenders", () => {
  test("a proxy whose code one key can swap, and one whose key is gone", async () => {
    const code = await chain.create(fixture("Idle"));
    const [live, dead] = [
      await chain.deploy("Proxy1967", code, SOMEBODY),
      await chain.deploy("Proxy1967", code, `0x${"0".repeat(36)}dead`),
    ];
    await chain.send(token, APPROVE, live, 1n);
    await chain.send(token, APPROVE, dead, 1n);
    const [swappable] = await about(live);
    expect(swappable).toMatchObject({ spender_is: "swappable_contract", risk: "medium" });
    expect(swappable?.why[0]?.text).toContain(SOMEBODY);
    expect(await about(dead)).toMatchObject([{ spender_is: "contract", why: [], risk: "low" }]);
  });

  test("an account that acts by a contract's code", async () => {
    const code = await chain.create(fixture("Idle"));
    const spender = stranger();
    await chain.rpc("anvil_setCode", [spender, `0xef0100${code.slice(2)}`]);
    await chain.send(token, APPROVE, spender, 1n);
    const [found] = await about(spender);
    expect(found).toMatchObject({ spender_is: "delegated_account", risk: "high" });
    expect(found?.why[0]?.text).toContain(code);
  });

  test("a contract that is gone", async () => {
    const spender = await chain.create(fixture("Idle"));
    await chain.send(token, APPROVE, spender, 1n);
    await chain.rpc("anvil_mine", ["0x1"]);
    await chain.rpc("anvil_setCode", [spender, "0x"]);
    expect(ids((await about(spender))[0]?.why ?? [])).toEqual(["spender_gone"]);
  });
});

describe("collections and Permit2", () => {
  test("one item, and all of them", async () => {
    const items = await chain.create(fixture("Items"));
    const [one, all] = [stranger(), stranger()];
    await chain.send(items, "function approve(address spender, uint256 id)", one, 2n);
    await chain.send(items, "function setApprovalForAll(address operator, bool approved)", all, true);
    const [single] = await about(one);
    expect(single).toMatchObject({ standard: "erc721", token_id: "2", amount: "1", unlimited: false, at_risk: "1" });
    const [whole] = await about(all);
    expect(whole).toMatchObject({ standard: "collection", token: { symbol: "ITEM" }, amount: null, unlimited: true, at_risk: "3" });
    expect(ids(whole?.why ?? [])).toEqual(["spender_unused", "whole_collection"]);
    for (const found of [single, whole]) if (found) await revoke(found.revoke);
    expect([await about(one), await about(all)]).toEqual([[], []]);
  });

  test("through Permit2: no more than the token lets it take, and not after its time", async () => {
    const made = await chain.create(fixture("Allowances"));
    await chain.rpc("anvil_setCode", [PERMIT2, await chain.rpc("eth_getCode", [made, "latest"])]);
    const [lasting, over] = [stranger(), stranger()];
    const { timestamp } = await chain.client.getBlock();
    const approve = "function approve(address token, address spender, uint160 amount, uint48 expiration)";
    await chain.send(token, APPROVE, PERMIT2, 700n);
    await chain.send(PERMIT2, approve, token, lasting, maxUint160, Number(timestamp) + 10_000);
    await chain.send(PERMIT2, approve, token, over, maxUint160, Number(timestamp) - 10_000);
    const [found] = await about(lasting);
    expect(found).toMatchObject({
      standard: "permit2",
      at_risk: "700",
      unlimited: true,
      expires: Number(timestamp) + 10_000,
      risk: "high",
    });
    expect(await about(over)).toEqual([]);
    if (found) await revoke(found.revoke);
    expect(await about(lasting)).toEqual([]);
  });
});

describe("the answer as a whole", () => {
  test("the worst first, counted, in few round trips, and only our words in the summary", async () => {
    await chain.send(token, APPROVE, SOMEBODY, 5n);
    const { client, trips } = countingNode(chain.url);
    const answer = await ask({}, client);
    expect(trips()).toBeLessThanOrEqual(8);
    const order = answer.approvals.map(({ risk }) => ["high", "medium", "low"].indexOf(risk));
    expect(order).toEqual([...order].sort());
    expect(answer.counts.open).toBe(answer.approvals.length);
    expect(answer.summary).toBe(`${answer.counts.open} open approvals, ${answer.counts.high} of high risk: end those first.`);
    expect(answer).toMatchObject({ cursor: null, window: { complete: true, from_block: 0 } });
    expect(answer.not_checked).toEqual([{ id: "spender_young", why: "The chain itself is younger than 30 days." }]);
  });

  test("an event that somebody made up opens nothing", async () => {
    // LOG3 of Approval(owner, spender, 1) by a contract that keeps no allowances.
    const topic = "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
    const liar = "0x00000000000000000000000000000000000011a3";
    const code = `6001600052${"73"}${SOMEBODY.slice(2)}73${chain.deployer.slice(2)}7f${topic}60206000a300`;
    await chain.rpc("anvil_setCode", [liar, `0x${code}`]);
    const before = (await ask()).counts.open;
    await revoke({ to: liar, data: "0x" });
    expect((await ask()).counts.open).toBe(before);
  });

  test("an address where nothing ever was is refused", async () => {
    await expect(ask({ address: stranger() })).rejects.toMatchObject({ name: "ToolRefusal", reason: "nothing_here" });
  });

  test("a cursor of another question is refused", async () => {
    await expect(ask({ cursor: "bm90IGEgY3Vyc29y" })).rejects.toMatchObject({ reason: "bad_cursor" });
  });

  test("a node that gives no logs is no answer", async () => {
    const request = ({ method, params }: { method: string; params?: unknown }) =>
      method === "eth_getLogs"
        ? Promise.reject(Object.assign(new Error("no logs here"), { code: -32000 }))
        : chain.rpc(method, params as []);
    const mute = createPublicClient({ transport: custom({ request }) });
    await expect(ask({}, mute)).rejects.toMatchObject({ reason: "logs_not_read" });
  });
});
