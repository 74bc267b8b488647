import { createPublicClient, custom, http, type PublicClient } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endSafetyThreads } from "@/lib/safety/examineInThread";
import { ready } from "./run";
import { ask, contextOf } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(async () => {
  await endSafetyThreads();
  chain?.stop();
});

/** The test chain's node behind a door that may answer for it. */
function nodeBehind(answer: (method: string) => unknown): PublicClient {
  const request = ({ method, params }: { method: string; params?: unknown }) => {
    const own = answer(method);
    if (own instanceof Promise) return own;
    return own === undefined ? chain.rpc(method, params as unknown[]) : Promise.reject(own);
  };
  return createPublicClient({ transport: custom({ request }) });
}

const rpcError = (code: number, message: string) => Object.assign(new Error(message), { code });

describe("trouble with the node is never an answer", () => {
  const token = "0x2222222222222222222222222222222222222222";

  test("a dead node", async () => {
    const dead = createPublicClient({ transport: http("http://127.0.0.1:9", { retryCount: 0 }) });
    const asked = ask(chain, token, { chain: () => dead });
    await expect(asked).rejects.toMatchObject({ name: "ToolRefusal", reason: "chain_unreachable", kind: "unavailable" });
  });

  test("a node that fails half-way: an owner that can't be read is not a missing owner", async () => {
    const owned = await chain.deploy("OwnerMint");
    const node = nodeBehind((method) => (method === "eth_call" ? rpcError(-32000, "daily limit exceeded") : undefined));
    await expect(ask(chain, owned, { chain: () => node })).rejects.toMatchObject({ reason: "chain_unreachable" });
  });

  test("a node that hasn't caught up is asked again", async () => {
    const plain = await chain.deploy("Plain");
    let behind = 2;
    const node = nodeBehind((method) => (method === "eth_getCode" && behind-- > 0 ? rpcError(-32000, "header not found") : undefined));
    expect((await ask(chain, plain, { chain: () => node })).metadata.name).toBe("Plain");
  });

  test("a node that never answers ends with the clock", async () => {
    const silent = createPublicClient({ transport: custom({ request: () => new Promise(() => {}) }) });
    const asked = ask(chain, token, { chain: () => silent, signal: AbortSignal.timeout(50) });
    await expect(asked).rejects.toMatchObject({ reason: "too_slow", kind: "timeout" });
  });

  test("a node that goes silent half-way ends with the clock, too", async () => {
    const plain = await chain.deploy("Plain");
    await chain.addPool(plain);
    const silent = nodeBehind((method) => (method === "eth_getLogs" ? new Promise(() => {}) : undefined));
    const asked = ask(chain, plain, { chain: () => silent, signal: AbortSignal.timeout(1_500) });
    await expect(asked).rejects.toMatchObject({ name: "ToolRefusal", reason: "too_slow", kind: "timeout" });
  });

  test("no node at all is known before any price", () => {
    const nowhere = contextOf(chain, { chain: () => null });
    expect(() => ready({ token }, nowhere)).toThrow(expect.objectContaining({ reason: "chain_not_served", kind: "unavailable" }));
    expect(() => ready({ token }, contextOf(chain))).not.toThrow();
  });
});
