import { createPublicClient, custom, getContractAddress, type Hex, http, type PublicClient, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestChain, type TestChain } from "@/lib/tools/token-safety/testdata/chain";
import { findCreation } from "./creation";
import { openChain } from "./openChain";

/** Makes a contract of whatever it is sent, and says nothing: CALLDATACOPY, CREATE, STOP. */
const SILENT_FACTORY = "0x6009600c60003960096000f3365f5f37365f5ff000";
/** Code that stops at once. */
const SILENT_CODE = "0x6001600c60003960016000f300";
const OPEN_FACTORY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
const OPEN_FACTORY_CODE =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain?.stop());

const ask = async (address: Hex, client = chain.client as PublicClient, candidates: Hex[] = []) =>
  findCreation(await openChain(client, AbortSignal.timeout(20_000)), address, candidates);

/** A node that answers for itself where `answer` throws. */
function node(refuse: (method: string, params: unknown[]) => string | undefined) {
  const request = async ({ method, params = [] }: { method: string; params?: unknown[] }) => {
    const refusal = refuse(method, params);
    if (refusal !== undefined) throw Object.assign(new Error(refusal), { code: refusal.includes("method") ? -32601 : -32000 });
    return chain.rpc(method, params);
  };
  return createPublicClient({ transport: custom({ request }) });
}

async function forgetful(): Promise<PublicClient> {
  const top = await chain.client.getBlockNumber({ cacheTime: 0 });
  const state = ["eth_getTransactionCount", "eth_getCode"];
  return node((method, params) =>
    state.includes(method) && BigInt(params[1] as string) < top ? "historical state is not available" : undefined,
  );
}

async function bySilentFactory() {
  const factory = await chain.create({ abi: [], bytecode: SILENT_FACTORY });
  const hash = await chain.wallet.sendTransaction({ to: factory, data: SILENT_CODE, gas: 200_000n });
  const { blockNumber } = await chain.client.waitForTransactionReceipt({ hash });
  return { factory, hash, block: blockNumber, made: getContractAddress({ from: factory, nonce: 1n }) };
}

describe("who made it", () => {
  test("an account itself, long ago, in few round trips", async () => {
    const token = await chain.deploy("Plain");
    const block = await chain.client.getBlock({ blockTag: "latest" });
    await chain.rpc("anvil_mine", ["0x1f4"]);
    let trips = 0;
    const counting = createPublicClient({ transport: http(chain.url, { batch: true, onFetchRequest: () => void trips++ }) });
    expect(await ask(token, counting)).toEqual({
      creator: chain.deployer,
      factory: null,
      block: block.number,
      timestamp: block.timestamp,
      transaction: block.transactions[0],
      sure: "proven",
      why: null,
    });
    // Pinning, code, nonce, four rounds of the search, the block.
    expect(trips).toBeLessThanOrEqual(8);
  });

  test("a factory that says so", async () => {
    const pair = await chain.addPool(await chain.deploy("Plain"));
    const block = await chain.client.getBlock({ blockTag: "latest" });
    expect(await ask(pair)).toMatchObject({
      creator: chain.deployer,
      factory: chain.contracts.uniswapV2Factory,
      transaction: block.transactions[0],
      sure: "likely",
    });
  });

  test("a factory that says nothing is known by its nonces", async () => {
    const { factory, hash, block, made } = await bySilentFactory();
    expect(await ask(made)).toMatchObject({ creator: chain.deployer, factory, block, transaction: hash, sure: "proven", why: null });
  });

  test("the factory that is open to anybody", async () => {
    await chain.rpc("anvil_setCode", [OPEN_FACTORY, OPEN_FACTORY_CODE]);
    const salt = `0x${"5a".repeat(32)}` as const;
    const hash = await chain.wallet.sendTransaction({ to: OPEN_FACTORY, data: `${salt}${SILENT_CODE.slice(2)}`, gas: 200_000n });
    await chain.client.waitForTransactionReceipt({ hash });
    const made = getContractAddress({ opcode: "CREATE2", from: OPEN_FACTORY, salt, bytecode: SILENT_CODE });
    expect(await ask(made)).toMatchObject({ creator: chain.deployer, factory: OPEN_FACTORY, transaction: hash, sure: "proven" });
  });
});

describe("what can't be known is said", () => {
  test("an account without code", async () => {
    expect(await ask(chain.deployer)).toMatchObject({ creator: null, sure: "unknown", why: "There is no code at this address." });
  });

  test("code that no transaction brought", async () => {
    const placed = "0x00000000000000000000000000000000000b0b0b";
    await chain.rpc("anvil_setCode", [placed, "0x00"]);
    expect(await ask(placed)).toMatchObject({ creator: null, transaction: null, why: expect.stringContaining("no transaction") });
  });

  test("a node without old states tells by the first event", async () => {
    const token = await chain.deploy("Plain");
    const block = await chain.client.getBlock({ blockTag: "latest" });
    await chain.rpc("anvil_mine", ["0x3"]);
    expect(await ask(token, await forgetful())).toMatchObject({ creator: chain.deployer, block: block.number, sure: "proven", why: null });
  });

  test("a node without old states is not misled by a call that something there already answered", async () => {
    const placed = "0x00000000000000000000000000000000000c0c0c";
    const original = await chain.deploy("Plain");
    await chain.rpc("anvil_setCode", [placed, await chain.rpc("eth_getCode", [original, "latest"])]);
    await chain.send(placed, "function approve(address spender, uint256 value)", original, 1n);
    await chain.rpc("anvil_mine", ["0x3"]);
    expect(await ask(placed, await forgetful())).toMatchObject({ creator: null, factory: null, sure: "unknown" });
  });

  test("without an event, by those who might have made it; else not at all", async () => {
    const { factory, made } = await bySilentFactory();
    await chain.rpc("anvil_mine", ["0x3"]);
    const told = await ask(made, await forgetful(), [zeroAddress, factory]);
    expect(told).toMatchObject({ creator: null, factory, block: null, sure: "proven", why: expect.stringContaining("stood there") });
    expect(await ask(made, await forgetful())).toMatchObject({ creator: null, factory: null, sure: "unknown" });
  });

  test("a node without receipts by block", async () => {
    const token = await chain.deploy("Plain");
    const without = node((method) => (method === "eth_getBlockReceipts" ? "the method does not exist" : undefined));
    expect(await ask(token, without)).toMatchObject({ creator: chain.deployer, factory: null, sure: "proven" });
  });
});
