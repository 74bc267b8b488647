import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { findUsage } from "@/db/queries/usages";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { meteredTool } from "@/lib/testing/meteredTool";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post, receiptOf } from "@/lib/testing/requests";
import type { Tool } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { quoted } from "./quote";
import type { Requirements } from "./types";
import { decodeHeader } from "./wire";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

const spent = async (payer: PrivateKeyAccount) => 25_000_000n - (await market.balanceOf(payer.address));
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";
const usageOf = (response: Response) => findUsage(connection().sql, idOf(response));

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

/** The terms that the 402 to this very request names. */
async function termsOf(tool: Tool, input: unknown): Promise<Requirements> {
  const header = decodeHeader((await post(tool, input)).headers.get("PAYMENT-REQUIRED") ?? "");
  const [terms] = (header?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error("there were no terms");
  return terms;
}

async function signed(tool: Tool, payer: PrivateKeyAccount, input: unknown) {
  const terms = await termsOf(tool, input);
  return { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) };
}

describe("a price that the request makes", () => {
  it("is told before it is paid, how it was made as well, in the 402 and in the quote", async () => {
    const { tool } = meteredTool();
    const response = await post(tool, { words: 50 });
    expect(response.status).toBe(402);
    expect(await response.json()).toMatchObject({
      pricing: { how: "Each word costs the same.", made: "50 words" },
      accepts: [{ maxAmountRequired: "5000" }],
    });
    const asked = new Request("http://market.test/api/v1/metered/quote", {
      method: "POST",
      body: JSON.stringify({ words: 70 }),
      headers: { host: "market.test" },
    });
    expect(await (await quoted(tool).POST(asked)).json()).toMatchObject({ amount: "7000", made: "70 words", would_run: true });
  });

  it("is never below the listed one, which an empty request is told", async () => {
    const { tool } = meteredTool();
    expect((await termsOf(tool, { words: 1 })).amount).toBe("1000");
    expect((await termsOf(tool, {})).amount).toBe("1000");
  });

  it("is charged, and what of it was used is told and kept apart", async () => {
    const { tool } = meteredTool();
    const payer = await fundedPayer();
    const response = await post(tool, { words: 50 }, await signed(tool, payer, { words: 50 }));
    expect([response.status, await response.text()]).toEqual([200, '{"text":"50 words"}']);
    expect(response.headers.get("X-Payment-Used")).toBe("2500");
    expect(receiptOf(response)).toMatchObject({ amount: "5000", extensions: { usage: { quoted: "5000", used: "2500" } } });
    expect(await usageOf(response)).toEqual({ quoted: "5000", used: "2500", delivery: "whole" });
    expect(await spent(payer)).toBe(5000n);
  });

  it("can't be paid with the price of another request", async () => {
    const { tool, runs } = meteredTool();
    const payer = await fundedPayer();
    const small = await signed(tool, payer, { words: 10 });
    const response = await post(tool, { words: 1000 }, small);
    expect([response.status, (await response.json()).code]).toEqual([402, "invalid_payment_requirements"]);
    expect(runs()).toBe(0);
  });

  it("stays good for its request when the rate rises", async () => {
    const { tool, setRate } = meteredTool();
    const payer = await fundedPayer();
    const early = await signed(tool, payer, { words: 50 });
    setRate(300n);
    expect((await termsOf(tool, { words: 50 })).amount).toBe("15000");
    const response = await post(tool, { words: 50 }, early);
    expect([response.status, await spent(payer)]).toEqual([200, 5000n]);
  });
});

it("a tool that is unavailable names no price, whether it is told an input or not", async () => {
  const { tool, setUnavailable, runs } = meteredTool();
  const payer = await fundedPayer();
  const header = await signed(tool, payer, { words: 10 });
  setUnavailable("Its source is away.");
  for (const [input, headers] of [
    [{ words: 10 }, {}],
    [{}, {}],
    [{ words: 10 }, header],
  ] as const) {
    const response = await post(tool, input, headers);
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ error: "tool_unavailable", charged: false })]);
  }
  expect([runs(), await spent(payer)]).toEqual([0, 0n]);
});

it("what was paid for is given again, though the tool is out of order, its price has changed and the promise is over", async () => {
  const { tool, setUnavailable, setRate, runs } = meteredTool();
  const payer = await fundedPayer();
  const header = await signed(tool, payer, { words: 50 });
  const first = await post(tool, { words: 50 }, header);
  setUnavailable("Its source is away.");
  const again = await post(tool, { words: 50 }, header);
  expect([again.status, await again.text(), idOf(again)]).toEqual([200, '{"text":"50 words"}', idOf(first)]);
  setUnavailable(null);
  setRate(900n);
  await connection().sql`delete from offers`;
  const later = await post(tool, { words: 50 }, header);
  expect([later.status, idOf(later)]).toEqual([200, idOf(first)]);
  // For another request, or by another signature, it is worth nothing.
  expect((await post(tool, { words: 51 }, header)).status).toBe(402);
  expect([runs(), await spent(payer)]).toEqual([1, 5000n]);
});

describe("an answer that flows", () => {
  it("is paid for once its first part is there, and kept whole for a copy", async () => {
    const { tool, runs } = meteredTool();
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const header = await signed(tool, payer, input);
    const response = await post(tool, input, header);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    expect(await findPayment(db(), idOf(response))).toMatchObject({ state: "settled" });
    expect(await usageOf(response)).toEqual({ quoted: "5000", used: null, delivery: "flowing" });
    const text = await response.text();
    expect(text).toBe("data: part 0\n\ndata: part 1\n\ndata: part 2\n\n");
    expect(await usageOf(response)).toEqual({ quoted: "5000", used: "2500", delivery: "whole" });
    const copy = await post(tool, input, header);
    expect([copy.status, await copy.text(), idOf(copy)]).toEqual([200, text, idOf(response)]);
    expect([runs(), await spent(payer)]).toEqual([1, 5000n]);
  });

  it("a copy that comes meanwhile waits for the end", async () => {
    const { tool } = meteredTool();
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const header = await signed(tool, payer, input);
    const response = await post(tool, input, header);
    const copy = post(tool, input, header);
    const text = await response.text();
    expect(await (await copy).text()).toBe(text);
    expect(await spent(payer)).toBe(5000n);
  });

  it("goes at its reader's pace, and ends its source when the reader leaves", async () => {
    const metered = meteredTool({ parts: 1000 });
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const response = await post(metered.tool, input, await signed(metered.tool, payer, input));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(metered.made()).toBeLessThan(5);
    await reader?.cancel();
    expect(await usageOf(response)).toMatchObject({ delivery: "left" });
    await expect.poll(() => metered.cancelled(), { timeout: 5_000 }).toBe(true);
    expect(metered.made()).toBeLessThan(6);
  });

  it("that breaks off in the middle is recorded as broken, with what there was of it", async () => {
    const { tool } = meteredTool({ parts: 2, end: "broken", used: 1000n });
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const header = await signed(tool, payer, input);
    const response = await post(tool, input, header);
    expect(await response.text()).toContain("data: broken");
    expect(await usageOf(response)).toEqual({ quoted: "5000", used: "1000", delivery: "broken" });
    expect(await (await post(tool, input, header)).text()).toContain("data: broken");
  });

  it("whose server died before anything was kept is told as broken, and never as not charged", async () => {
    const { tool } = meteredTool();
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const header = await signed(tool, payer, input);
    const response = await post(tool, input, header);
    await connection().sql`update usages set held_until = now() - interval '1 second' where payment_id = ${idOf(response)}`;
    const copy = await post(tool, input, header);
    const told = await copy.json();
    expect([copy.status, told.error, "charged" in told]).toEqual([502, "answer_broken", false]);
    await response.body?.cancel();
  });

  it("that never begins is not charged", async () => {
    const { tool } = meteredTool({ parts: 1, before: () => Promise.reject(new ToolRefusal("source_failed", "The source is gone.")) });
    const payer = await fundedPayer();
    const input = { words: 50, flow: true };
    const response = await post(tool, input, await signed(tool, payer, input));
    expect([response.status, (await response.json()).reason]).toEqual([422, "source_failed"]);
    expect([await usageOf(response), await spent(payer)]).toEqual([null, 0n]);
  });

  it("is not asked of its source any further when the payment fails on the chain", async () => {
    const payer = await fundedPayer();
    // The money is gone between the check and the settlement.
    const metered = meteredTool({ parts: 3, before: () => emptied(payer) });
    const input = { words: 50, flow: true };
    const response = await post(metered.tool, input, await signed(metered.tool, payer, input));
    expect([response.status, response.headers.get("content-type")]).toEqual([402, "application/json; charset=utf-8"]);
    expect([metered.made(), await usageOf(response)]).toEqual([0, null]);
  });
});

/** Spends all that a wallet has, by a signed transfer that anybody may send. */
async function emptied(payer: PrivateKeyAccount): Promise<void> {
  const { setBalance } = await import("@/lib/testing/setBalance");
  await setBalance(market.rpcUrl, payer.address, 0n);
}
