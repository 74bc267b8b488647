import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { findUsage } from "@/db/queries/usages";
import { upstreams } from "@/lib/inference/upstreams";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { type ModelServer, modelServer } from "@/lib/testing/modelServer";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post, receiptOf } from "@/lib/testing/requests";
import { chatCompletions as tool } from "./tool";

let market: TestMarket;
let first: ModelServer;
let second: ModelServer;
let payer: PrivateKeyAccount;

beforeAll(async () => {
  first = await modelServer(["tiny-chat", "other-chat", "unpriced", "tiny-embed"]);
  second = await modelServer(["tiny-chat"]);
  market = await startTestMarket({
    INFERENCE_BASE_URL: `${first.url},${second.url}`,
    INFERENCE_API_KEY: "key-one,-",
    // Dear, so that the price shows what it is made of: $100 and $200 a million tokens.
    INFERENCE_MODELS: "tiny-chat=100/200,other-chat=1/1,tiny-embed=5",
    INFERENCE_LOCAL: "0",
  });
  await upstreams.seen();
  payer = newPayer();
  await market.fund(payer.address);
});
afterAll(async () => {
  upstreams.stop();
  await Promise.all([first.close(), second.close()]);
  await market.stop();
});
beforeEach(async () => {
  first.behave("well");
  second.behave("well");
  first.asked.length = second.asked.length = 0;
  await upstreams.lookAgain();
});

const chat = (over: Record<string, unknown> = {}) => ({
  model: "tiny-chat",
  messages: [{ role: "user", content: "Hi" }],
  max_tokens: 20,
  ...over,
});
const usageOf = (response: Response) => findUsage(connection().sql, response.headers.get("X-Payment-Id") ?? "");
const balance = () => market.balanceOf(payer.address);

async function signed(input: unknown): Promise<{ terms: Requirements; headers: Record<string, string> }> {
  const header = decodeHeader((await post(tool, input)).headers.get("PAYMENT-REQUIRED") ?? "");
  const [terms] = (header?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error("there were no terms");
  return { terms, headers: { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) } };
}

async function call(input: unknown): Promise<Response> {
  return post(tool, input, (await signed(input)).headers);
}

describe("the price", () => {
  it("is made of the input and the longest answer, and says so", async () => {
    const short = await (await post(tool, chat())).json();
    expect(short.pricing.made).toMatch(/^at most \d+ tokens in at \$100 a million \+ 20 tokens out at \$200 a million$/);
    const amount = async (over: Record<string, unknown>) =>
      Number((await (await post(tool, chat(over))).json()).accepts[0].maxAmountRequired);
    const base = await amount({});
    expect((await amount({ max_tokens: 120 })) - base).toBe(100 * 200);
    expect((await amount({ n: 2 })) - base).toBe(20 * 200);
    expect(await amount({ messages: [{ role: "user", content: "Hi ".repeat(1000) }] })).toBeGreaterThan(base + 1000 * 100);
    const image = { type: "image_url", image_url: { url: `data:image/png;base64,${"A".repeat(50_000)}` } };
    expect((await amount({ messages: [{ role: "user", content: [image] }] })) - base).toBeGreaterThan(1_400 * 100);
    expect((await amount({ messages: [{ role: "user", content: [image] }] })) - base).toBeLessThan(1_700 * 100);
    // Text is text, whatever it is called.
    const hidden = "read me ".repeat(1_000);
    expect(await amount({ tools: [{ image_url: hidden }] })).toBeGreaterThan(base + 1_000 * 100);
    expect(await amount({ messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: hidden } }] }] })).toBeGreaterThan(
      base + 1_000 * 100,
    );
  });

  it("is not named for a model that nobody offers, has no price, or is for something else", async () => {
    for (const model of ["nobody", "unpriced", "tiny-embed"]) {
      const response = await post(tool, chat({ model }));
      expect([model, response.status]).toEqual([model, 422]);
      expect(await response.json()).toMatchObject({
        code: "tool_refused",
        reason: "model_unknown",
        charged: false,
        error: { code: "model_unknown", type: "invalid_request_error", message: expect.stringContaining("tiny-chat") },
      });
    }
  });
});

describe("a whole answer", () => {
  it("comes as the server gave it, and the receipt tells what was used", async () => {
    const before = await balance();
    const response = await call(chat({ temperature: 0.5, made_up: { by: "somebody" } }));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      choices: [{ message: { content: "Hello, world.", annotations: [] }, finish_reason: "stop" }],
      system_fingerprint: "fp_test",
      usage: { prompt_tokens: 9 },
    });
    expect(first.asked[0]).toMatchObject({ temperature: 0.5, made_up: { by: "somebody" }, max_tokens: 20 });
    expect(first.keys.at(-1)).toBe("Bearer key-one");
    const usage = await usageOf(response);
    // 9 tokens at $100 and 4 at $200 a million.
    expect(usage).toMatchObject({ used: "1700", delivery: "whole" });
    expect(receiptOf(response)).toMatchObject({ extensions: { usage: { quoted: usage?.quoted, used: "1700" } } });
    expect(before - (await balance())).toBe(BigInt(usage?.quoted ?? 0));
  });

  it("always has a longest answer, which was priced", async () => {
    await call(chat({ max_tokens: undefined }));
    expect(first.asked[0]).toMatchObject({ max_tokens: 1024 });
  });

  it("doesn't believe usage figures that can't be", async () => {
    first.behave("wrong-usage");
    const response = await call(chat());
    const usage = await usageOf(response);
    expect(BigInt(usage?.used ?? 0)).toBeGreaterThan(0n);
    expect(BigInt(usage?.used ?? 0)).toBeLessThanOrEqual(BigInt(usage?.quoted ?? 0));
  });

  it.each(["broken", "dies-before", "bad-key", "busy"] as const)("comes from the next server when the first is %s", async (behaviour) => {
    first.behave(behaviour);
    const response = await call(chat());
    expect([response.status, second.asked.length]).toEqual([200, 1]);
  });
});

describe("no answer, no charge", () => {
  it.each([
    ["broken", 503, "upstream_failed"],
    ["dies-before", 503, "upstream_failed"],
    ["busy", 429, "model_busy"],
    ["refuses", 422, "model_refused"],
    ["malformed-before", 503, "upstream_failed"],
  ] as const)("%s is %i %s", async (behaviour, status, reason) => {
    first.behave(behaviour);
    second.behave(behaviour);
    const before = await balance();
    const response = await call(chat({ stream: behaviour === "malformed-before" }));
    const body = await response.text();
    expect([response.status, JSON.parse(body).reason, await balance()]).toEqual([status, reason, before]);
    expect(body).not.toMatch(/0xdead|sk-secret|key-one|127\.0\.0\.1/);
  });

  it("pictures that would lead the model's server into its own network", async () => {
    const parts = (url: string) => [{ type: "image_url", image_url: { url } }];
    const response = await call(chat({ messages: [{ role: "user", content: parts("http://169.254.169.254/latest/meta-data") }] }));
    expect([response.status, (await response.json()).reason, first.asked.length]).toEqual([422, "address_not_allowed", 0]);
  });

  it("a key that the server refuses is not the caller's business", async () => {
    first.behave("bad-key");
    second.behave("bad-key");
    const response = await call(chat());
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringContaining("sk-secret")]);
  });
});

describe("a stream", () => {
  const events = (text: string) =>
    text
      .split("\n\n")
      .filter((event) => event.startsWith("data: ") && !event.endsWith("[DONE]"))
      .map((event) => JSON.parse(event.slice(6)));
  const said = (text: string) =>
    events(text)
      .map((e) => e.choices?.[0]?.delta?.content ?? "")
      .join("");

  it("flows once it is paid for, ends with [DONE], and its usage is recorded", async () => {
    const response = await call(chat({ stream: true }));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    expect(receiptOf(response)).toMatchObject({ success: true });
    const text = await response.text();
    expect(said(text)).toBe("Hello, world.");
    expect(text).toMatch(/\n\n: \{"used":"1700"\}\n\ndata: \[DONE\]\n\n$/);
    expect(events(text).some((e) => e.usage)).toBe(false);
    expect(await usageOf(response)).toMatchObject({ used: "1700", delivery: "whole" });
  });

  it("has the usage chunk for those who asked for it", async () => {
    const text = await (await call(chat({ stream: true, stream_options: { include_usage: true } }))).text();
    expect(events(text).at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 9 } });
  });

  it("waits for a slow first token before it takes the money", async () => {
    first.behave("slow-first");
    expect(said(await (await call(chat({ stream: true }))).text())).toBe("Hello, world.");
  });

  it.each(["dies-middle", "malformed-middle", "cut-off"] as const)(
    "that %s ends with an error event and is recorded as broken",
    async (behaviour) => {
      first.behave(behaviour);
      const response = await call(chat({ stream: true }));
      const text = await response.text();
      expect(said(text)).toBe("Hello, ");
      expect(events(text).at(-1)).toMatchObject({ error: { code: "answer_broken", type: "upstream_error" } });
      expect(text).not.toContain("[DONE]");
      expect(await usageOf(response)).toMatchObject({ delivery: "broken" });
    },
  );

  it("without a [DONE] is whole when the model had finished", async () => {
    first.behave("no-done");
    const response = await call(chat({ stream: true }));
    expect(await response.text()).toContain("[DONE]");
    expect(await usageOf(response)).toMatchObject({ delivery: "whole" });
  });

  it("whose reader leaves is ended at the model's server", async () => {
    first.behave("endless");
    const response = await call(chat({ stream: true }));
    const reader = response.body?.getReader();
    for (let i = 0; i < 5; i++) await reader?.read();
    await reader?.cancel();
    await expect.poll(() => first.left(), { timeout: 5_000 }).toBe(1);
    expect(await usageOf(response)).toMatchObject({ delivery: "left" });
  });
});

describe("a model whose servers are gone", () => {
  it("answers 503 before any payment", async () => {
    const { headers } = await signed(chat({ model: "other-chat" }));
    first.behave("broken");
    for (let i = 0; i < 3; i++) await call(chat({ model: "other-chat" }));
    const before = await balance();
    for (const given of [{}, headers]) {
      const response = await post(tool, chat({ model: "other-chat" }), given);
      expect([response.status, (await response.json()).reason]).toEqual([503, "model_unavailable"]);
    }
    expect([await balance(), (await post(tool, chat())).status]).toEqual([before, 402]);
  });
});
