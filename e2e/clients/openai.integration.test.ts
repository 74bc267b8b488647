import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelServer } from "@/lib/testing/modelServer";
import { startLocalModels } from "../localModels";
import { balanceOf, fundedPayer, market, type Payer } from "../market";
import { v2Fetch } from "./officialFetch.mjs";
import { type OpenAiClient, openaiClient } from "./openaiClient.mjs";

let server: ModelServer;
let payer: Payer;
let openai: OpenAiClient;
beforeAll(async () => {
  server = await startLocalModels(["openai-test-chat", "openai-test-embed"]);
  payer = await fundedPayer();
  openai = openaiClient({ apiKey: "none", baseURL: `${market.url}/api/v1`, fetch: v2Fetch(payer.key), maxRetries: 0 });
});
afterAll(() => server?.close());

const chat = { model: "openai-test-chat", messages: [{ role: "user" as const, content: "Say hello." }], max_tokens: 32 };

describe("the official openai client, its fetch paid by @x402/fetch", () => {
  it("lists the models", async () => {
    const ids = (await openai.models.list()).data.map(({ id }) => id);
    expect(ids).toContain("openai-test-chat");
  });

  it("has a whole answer, for money", async () => {
    const before = await balanceOf(payer.address);
    const answer = await openai.chat.completions.create(chat);
    expect(answer.choices[0]?.message.content).toBe("Hello, world.");
    expect(before - (await balanceOf(payer.address))).toBeGreaterThan(0n);
  });

  it("streams", async () => {
    const stream = await openai.chat.completions.create({ ...chat, stream: true, stream_options: { include_usage: true } });
    let text = "";
    let usage: unknown = null;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? "";
      usage = chunk.usage ?? usage;
    }
    expect([text, usage]).toEqual(["Hello, world.", expect.objectContaining({ completion_tokens: 4 })]);
  });

  it("throws its own error when a stream breaks off, after what came", async () => {
    server.behave("dies-middle");
    const stream = await openai.chat.completions.create({ ...chat, stream: true });
    let text = "";
    const read = async () => {
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
    };
    await expect(read()).rejects.toThrow(/broke off/);
    expect(text).toBe("Hello, ");
    server.behave("well");
  });

  it("ends the model's work when it is aborted", async () => {
    server.behave("endless");
    const stream = await openai.chat.completions.create({ ...chat, stream: true });
    for await (const chunk of stream) if ((chunk.choices[0]?.delta.content ?? "") === " more") break;
    await expect.poll(() => server.left(), { timeout: 10_000 }).toBe(1);
    server.behave("well");
  });

  it("reads the market's errors as its own", async () => {
    const unknown = openai.chat.completions.create({ ...chat, model: "nobody-has-this" });
    await expect(unknown).rejects.toMatchObject({
      status: 422,
      code: "model_unknown",
      message: expect.stringContaining("nobody-has-this"),
    });
  });

  it("has embeddings as numbers", async () => {
    const { data } = await openai.embeddings.create({ model: "openai-test-embed", input: ["one", "two words"] });
    expect(data.map(({ embedding }) => embedding.length)).toEqual([3, 3]);
    expect(data[1]?.embedding[2]).toBeCloseTo(0.1, 5);
  });
});
