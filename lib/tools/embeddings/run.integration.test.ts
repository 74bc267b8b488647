import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { findUsage } from "@/db/queries/usages";
import { upstreams } from "@/lib/inference/upstreams";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { type ModelServer, modelServer } from "@/lib/testing/modelServer";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post } from "@/lib/testing/requests";
import { embeddings as tool } from "./tool";

let market: TestMarket;
let server: ModelServer;
const payer = newPayer();
beforeAll(async () => {
  server = await modelServer(["tiny-embed", "tiny-chat"]);
  market = await startTestMarket({
    INFERENCE_BASE_URL: server.url,
    INFERENCE_MODELS: "tiny-embed=1000,tiny-chat=1/1",
    INFERENCE_LOCAL: "0",
  });
  await upstreams.seen();
  await market.fund(payer.address);
});
afterAll(async () => {
  upstreams.stop();
  await server.close();
  await market.stop();
});
beforeEach(() => {
  server.asked.length = 0;
});

async function call(input: Record<string, unknown>): Promise<Response> {
  const header = decodeHeader((await post(tool, input)).headers.get("PAYMENT-REQUIRED") ?? "");
  const [terms] = (header?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error("there were no terms");
  return post(tool, input, { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) });
}

describe("embeddings of a model server", () => {
  it("come as they are, are priced by their tokens, and what was used is kept", async () => {
    const response = await call({ model: "tiny-embed", input: ["one two", "three"], user: "me" });
    const body = await response.json();
    expect([response.status, body.data.length, body.data[0].embedding.length]).toEqual([200, 2, 3]);
    expect(server.asked[0]).toMatchObject({ input: ["one two", "three"], user: "me" });
    const usage = await findUsage(connection().sql, response.headers.get("X-Payment-Id") ?? "");
    // Three tokens at $1,000 a million.
    expect(usage).toMatchObject({ used: "3000", delivery: "whole" });
    expect(Number(usage?.quoted)).toBeGreaterThanOrEqual(3000);
  });

  it("come as base64, which OpenAI's client asks for", async () => {
    const { data } = await (await call({ model: "tiny-embed", input: "one", encoding_format: "base64" })).json();
    expect(new Float32Array(Uint8Array.from(Buffer.from(data[0].embedding, "base64")).buffer)).toHaveLength(3);
  });

  it("count token ids as they are", async () => {
    const { pricing } = await (await post(tool, { model: "tiny-embed", input: [1, 2, 3, 4] })).json();
    expect(pricing.made).toBe("4 tokens in at $1,000 a million");
  });

  it("are made here without any server", async () => {
    const model = "coinslot-use-lite-en-512";
    const near = ["The bakery opens at seven.", "Bread is sold from seven in the morning.", "The moon has no air."];
    const response = await call({ model, input: near });
    const { data, usage } = await response.json();
    const dot = (a: number, b: number) =>
      data[a].embedding.reduce((sum: number, x: number, i: number) => sum + x * data[b].embedding[i], 0);
    expect([response.status, data.length, data[0].embedding.length]).toEqual([200, 3, 512]);
    expect(dot(0, 1)).toBeGreaterThan(dot(0, 2));
    expect(await findUsage(connection().sql, response.headers.get("X-Payment-Id") ?? "")).toMatchObject({ delivery: "whole" });
    expect(usage.prompt_tokens).toBeGreaterThan(10);
    for (const wrong of [{ dimensions: 100 }, { input: [1, 2] }, { input: ["a", " "] }]) {
      const refused = await post(tool, { model, input: "a", ...wrong });
      expect([refused.status, (await refused.json()).charged]).toEqual([422, false]);
    }
  });

  it("are not made by a chat model, nor of nothing", async () => {
    expect((await post(tool, { model: "tiny-chat", input: "one" })).status).toBe(422);
    expect((await post(tool, { model: "tiny-embed", input: [] })).status).toBe(400);
  });
});
