import { createPublicClient, custom, type PublicClient } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChain } from "./openChain";
import { TOPIC } from "./poolTopics";
import { readLogs } from "./readLogs";
import { type PoolChain, startPoolChain } from "./testdata/poolChain";

let chain: PoolChain;
beforeAll(async () => {
  chain = await startPoolChain();
  const token = await chain.newToken();
  await chain.addPool(token);
  for (let at = 0; at < 4; at++) {
    await chain.swapV2(chain.weth, token, 1_000n + BigInt(at));
    await chain.mine(7);
  }
});
afterAll(() => chain?.stop());

/** The real node behind a provider's door: so many blocks at once, so many logs in one answer. */
function doorOf(blocks: number, logs: number): PublicClient {
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const [filter] = (params ?? []) as { fromBlock: string; toBlock: string }[];
    const refuse = (code: number, message: string) => Promise.reject(Object.assign(new Error(message), { code }));
    if (method !== "eth_getLogs" || !filter) return chain.rpc(method, params as unknown[]);
    if (Number(filter.toBlock) - Number(filter.fromBlock) >= blocks) return refuse(-32_602, `exceed maximum block range: ${blocks}`);
    const found = (await chain.rpc(method, params as unknown[])) as unknown[];
    return found.length > logs ? refuse(-32_005, `query returned more than ${logs} results`) : found;
  };
  return createPublicClient({ transport: custom({ request }) });
}

test("the same logs through a narrow door as through an open one", async () => {
  const ask = async (client: PublicClient, order: "newest" | "oldest") => {
    const view = await openChain(client, AbortSignal.timeout(10_000));
    return readLogs(view, { topics: [[TOPIC.swapV2, TOPIC.sync]], from: 0n, to: view.block.number }, { order });
  };
  const open = await ask(chain.client as PublicClient, "newest");
  // One filling and four swaps: a Sync each, and the swaps' own.
  expect(open.logs).toHaveLength(9);
  expect(open.complete).toBe(true);
  expect(open.logs.every(({ at }) => at !== null)).toBe(true);
  const narrow = doorOf(10, 2);
  expect(await ask(narrow, "newest")).toEqual(open);
  expect((await ask(narrow, "oldest")).logs).toEqual(open.logs.toReversed());
});
