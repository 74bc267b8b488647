import { createPublicClient, custom, http, type PublicClient } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROBE_CODE } from "@/lib/chain/probe-code";
import { ready } from "./run";
import { ask, check, contextOf } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain?.stop());

/** The test chain's node behind a door that may answer for it. */
function nodeBehind(answer: (method: string) => unknown): PublicClient {
  const request = ({ method, params }: { method: string; params?: unknown }) => {
    const own = answer(method);
    return own === undefined ? chain.rpc(method, params as unknown[]) : Promise.reject(own);
  };
  return createPublicClient({ transport: custom({ request }) });
}

const rpcError = (code: number, message: string) => Object.assign(new Error(message), { code });
const withoutSimulation = () =>
  nodeBehind((method) => (method === "eth_simulateV1" ? rpcError(-32601, "the method eth_simulateV1 does not exist") : undefined));

describe("a node without eth_simulateV1", () => {
  test("the probe is what its source compiles to", () => {
    expect(PROBE_CODE).toBe(chain.artifacts.Probe?.runtime);
  });

  test("trades are tried within one call, and what needs later blocks stays unknown", async () => {
    const token = await chain.deploy("FixedTax");
    await chain.addPool(token);
    const node = withoutSimulation();
    const answer = await ask(chain, token, { chain: () => node });
    expect(answer).toMatchObject({ verdict: "caution", trade: { buy_tax_bps: 300, sell_tax_bps: 300, transfer_tax_bps: 300 } });
    expect(answer.checks.filter((row) => row.status === "unknown").map((row) => row.id)).toEqual(["sell_rest", "sell_later", "resale"]);
  });

  test("a sale refused in the purchase's own block proves nothing", async () => {
    const token = await chain.deploy("Honeypot");
    await chain.send(token, "function setPool(address pool)", await chain.addPool(token));
    const node = withoutSimulation();
    const answer = await ask(chain, token, { chain: () => node });
    expect(answer.verdict).toBe("unknown");
    expect(check(answer, "sell")).toMatchObject({
      status: "unknown",
      evidence: { trace: expect.stringContaining("TRANSFER_FROM_FAILED") },
    });
  });
});

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

  test("no node at all is known before any price", () => {
    const nowhere = contextOf(chain, { chain: () => null });
    expect(() => ready({ token }, nowhere)).toThrow(expect.objectContaining({ reason: "chain_not_served", kind: "unavailable" }));
    expect(() => ready({ token }, contextOf(chain))).not.toThrow();
  });
});
