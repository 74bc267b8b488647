import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findPayment, findPaymentByNonce } from "@/db/queries/payments";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, v1Header, v2Header } from "@/lib/testing/payer";
import { get, post, receiptOf, signFor } from "@/lib/testing/requests";
import { TERMS } from "@/lib/testing/terms";
import { ToolRefusal } from "@/lib/tools/refusal";
import { paid } from "./paid";
import { decodeHeader } from "./wire";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

describe("before any money is asked for", () => {
  it("answers an empty probe with both versions of the 402 and the schemas", async () => {
    const { tool, runs } = echoTool();
    for (const response of [await post(tool, ""), await post(tool, {}), await get(tool, "")]) {
      expect(response.status).toBe(402);
      const header = decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "");
      expect(header).toMatchObject({ x402Version: 2, resource: { url: "http://market.test/api/v1/echo" } });
      expect(header?.accepts).toEqual([expect.objectContaining({ scheme: "exact", network: "eip155:84532", amount: "5000" })]);
      const body = await response.json();
      expect(body).toMatchObject({ x402Version: 1, accepts: [{ network: "base-sepolia", maxAmountRequired: "5000", amount: "5000" }] });
      expect(body.accepts[0].outputSchema).toMatchObject({ input: { type: "http" }, output: { properties: { text: { type: "string" } } } });
    }
    expect(runs()).toBe(0);
  });

  it("refuses wrong input field by field, with or without a payment", async () => {
    const { tool, runs } = echoTool();
    const { headers } = await signFor(tool, newPayer());
    for (const response of [await post(tool, { text: 5 }), await get(tool, "?x=1"), await post(tool, {}, headers)]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: "invalid_input", charged: false, fields: [{ field: "text" }] });
    }
    expect(await (await post(tool, "{not json")).json()).toMatchObject({ error: "invalid_json" });
    expect((await post(tool, "[1]")).status).toBe(400);
    expect((await post(tool, { text: "x".repeat(70_000) })).status).toBe(413);
    expect(runs()).toBe(0);
  });

  it("gives HEAD the terms and never an answer", async () => {
    const { tool, runs } = echoTool();
    const { headers } = await signFor(tool, await fundedPayer());
    const request = new Request("http://market.test/api/v1/echo?text=hi", { method: "HEAD", headers: { host: "market.test", ...headers } });
    const response = await paid(tool).HEAD(request);
    expect(response.status).toBe(402);
    expect(await response.text()).toBe("");
    expect(runs()).toBe(0);
  });
});

describe("a paid call", () => {
  it("answers, settles and tells the truth in receipt, ledger and balances", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const before = { payer: await market.balanceOf(payer.address), seller: await market.balanceOf(TERMS.payTo) };
    const { headers, terms, authorization } = await signFor(tool, payer);
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ text: "hi" });
    const receipt = receiptOf(response);
    expect(receipt).toMatchObject({ success: true, payer: payer.address, network: "eip155:84532", amount: "5000" });
    expect(response.headers.get("X-PAYMENT-RESPONSE")).toBeNull();
    expect(response.headers.get("Server-Timing")).toMatch(/^verify;dur=[\d.]+, run;dur=[\d.]+, settle;dur=[\d.]+$/);
    const row = await findPayment(db(), response.headers.get("X-Payment-Id") ?? "");
    expect(row).toMatchObject({
      state: "settled",
      tool: "echo",
      seller: "tester",
      payer: payer.address.toLowerCase(),
      payTo: terms.payTo.toLowerCase(),
      amount: "5000",
      nonce: authorization.nonce,
      transaction: receipt?.transaction,
      batchSize: 1,
    });
    expect(Object.values(row?.times ?? {}).every(Boolean)).toBe(true);
    expect(await market.balanceOf(payer.address)).toBe(before.payer - 5000n);
    expect(await market.balanceOf(terms.payTo)).toBe(before.seller + 5000n);
    expect(runs()).toBe(1);
  });

  it("gives the receipt in the version that was paid in, and under both names for version 2 in X-PAYMENT", async () => {
    const { tool } = echoTool();
    const payer = await fundedPayer();
    const one = await signFor(tool, payer);
    const v1 = await get(tool, "?text=hi", { "X-PAYMENT": v1Header(one, one.terms) });
    expect(v1.status).toBe(200);
    expect(receiptOf(v1, "X-PAYMENT-RESPONSE")).toMatchObject({ success: true, network: "base-sepolia", payer: payer.address });
    expect(v1.headers.get("PAYMENT-RESPONSE")).toBeNull();
    const two = await signFor(tool, payer);
    const v2 = await post(tool, { text: "hi" }, { "X-PAYMENT": v2Header(two, two.terms) });
    expect(v2.status).toBe(200);
    expect(receiptOf(v2)).toEqual(receiptOf(v2, "X-PAYMENT-RESPONSE"));
  });

  it("runs once for 20 copies of one payment and gives all of them the same answer", async () => {
    let n = 0;
    const { tool, runs } = echoTool(async (text) => ({ text: `${text} ${++n}` }));
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(tool, { text: "hi" }, headers)));
    const answers = await Promise.all(
      responses.map(async (r) => [r.status, await r.text(), r.headers.get("X-Payment-Id"), receiptOf(r)?.transaction]),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]?.slice(0, 2)).toEqual([200, '{"text":"hi 1"}']);
    expect(runs()).toBe(1);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
    const later = await post(tool, '{ "text":"hi" }', headers);
    expect(await later.text()).toBe('{"text":"hi 1"}');
    expect(runs()).toBe(1);
  });

  it("settles 50 payers at once", async () => {
    const { tool, runs } = echoTool();
    const before = await market.balanceOf(TERMS.payTo);
    const payers = await Promise.all(Array.from({ length: 50 }, fundedPayer));
    const signed = await Promise.all(payers.map((p) => signFor(tool, p)));
    const responses = await Promise.all(signed.map(({ headers }) => post(tool, { text: "hi" }, headers)));
    expect(responses.map((r) => r.status)).toEqual(Array(50).fill(200));
    expect(runs()).toBe(50);
    expect(await market.balanceOf(TERMS.payTo)).toBe(before + 50n * 5000n);
    const rows = await Promise.all(responses.map((r) => findPayment(db(), r.headers.get("X-Payment-Id") ?? "")));
    expect(rows.every((r) => r?.state === "settled")).toBe(true);
    expect(new Set(rows.map((r) => r?.transaction)).size).toBeLessThan(50);
  });

  it("holds a payment to its request: 409 while the first is at work, 402 with fresh terms afterwards", async () => {
    let finish: () => void = () => undefined;
    const { tool, runs } = echoTool(async (text) => {
      await new Promise<void>((r) => (finish = r));
      return { text };
    });
    const { headers } = await signFor(tool, await fundedPayer());
    const first = post(tool, { text: "one" }, headers);
    await expect.poll(runs).toBe(1);
    const during = await post(tool, { text: "two" }, headers);
    expect([during.status, during.headers.get("Retry-After")]).toEqual([409, "2"]);
    finish();
    expect((await first).status).toBe(200);
    const after = await post(tool, { text: "two" }, headers);
    expect(after.status).toBe(402);
    expect(await after.json()).toMatchObject({ error: "invalid_exact_evm_nonce_already_used", accepts: [{ amount: "5000" }] });
    expect(runs()).toBe(1);
  });

  it("waits for the second that a payment becomes valid in", async () => {
    const { tool } = echoTool();
    const { headers } = await signFor(tool, await fundedPayer(), { validAfter: BigInt(Math.floor(Date.now() / 1000)) });
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
  });
});

describe("refusals: the tool does not run and nothing moves", () => {
  const now = () => BigInt(Math.floor(Date.now() / 1000));

  it.each<[string, Parameters<typeof signFor>[2]]>([
    ["invalid_exact_evm_payload_recipient_mismatch", { to: TERMS.asset }],
    ["invalid_exact_evm_payload_authorization_value_mismatch", { value: 1n }],
    ["invalid_exact_evm_payload_authorization_valid_after", { validAfter: now() + 600n }],
    ["invalid_exact_evm_payload_authorization_valid_before", { validBefore: now() + 1n }],
    ["invalid_exact_evm_payload_signature", { from: TERMS.payTo }],
  ])("%s", async (reason, overrides) => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const { headers, authorization } = await signFor(tool, payer, overrides);
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(402);
    expect(await response.json()).toMatchObject({ error: reason, charged: false, message: expect.any(String), hint: expect.any(String) });
    expect(decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "")).toMatchObject({ error: reason, x402Version: 2 });
    expect(runs()).toBe(0);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n);
    expect(await findPaymentByNonce(db(), authorization.from, authorization.nonce)).toBeNull();
  });

  it("insufficient_funds", async () => {
    const { tool, runs } = echoTool();
    const { headers } = await signFor(tool, newPayer());
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, (await response.json()).error]).toEqual([402, "insufficient_funds"]);
    expect(runs()).toBe(0);
  });

  it.each([
    [{ x402Version: 7 }, "invalid_x402_version"],
    [{ accepted: { scheme: "upto" } }, "unsupported_scheme"],
    [{ accepted: { network: "eip155:1" } }, "invalid_network"],
    [{ accepted: { ...TERMS, amount: "1" } }, "invalid_payment_requirements"],
  ])("%o → %s", async (overrides, reason) => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const signed = await signPayment(payer, TERMS);
    const response = await post(tool, { text: "hi" }, { "PAYMENT-SIGNATURE": v2Header(signed, TERMS, overrides) });
    expect([response.status, (await response.json()).error]).toEqual([402, reason]);
    expect(runs()).toBe(0);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n);
  });

  it("an unreadable header is 400", async () => {
    const { tool, runs } = echoTool();
    const response = await post(tool, { text: "hi" }, { "X-PAYMENT": "%%%" });
    expect([response.status, (await response.json()).error]).toEqual([400, "invalid_payment_header"]);
    expect(runs()).toBe(0);
  });
});

describe("no answer, no charge", () => {
  it.each<[number, string, () => Promise<unknown>]>([
    [502, "tool_failed", async () => Promise.reject(new Error("secret /etc/path"))],
    [502, "tool_failed", async () => ({ wrong: true })],
    [422, "tool_refused", async () => Promise.reject(new ToolRefusal("no_such_thing", "There is no such thing."))],
    [503, "tool_unavailable", async () => Promise.reject(new ToolRefusal("away", "The node is away.", { kind: "unavailable" }))],
    [504, "tool_timeout", () => new Promise(() => undefined)],
  ])("%i %s", async (status, error, behaviour) => {
    let broken = true;
    const { tool } = echoTool(async (text) => (broken ? behaviour() : { text }), 300);
    const payer = await fundedPayer();
    const { headers, authorization } = await signFor(tool, payer);
    const response = await post(tool, { text: "hi" }, headers);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ error, charged: false, payment: response.headers.get("X-Payment-Id") });
    expect(text).not.toContain("secret");
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n);
    expect(await findPaymentByNonce(db(), authorization.from, authorization.nonce)).toMatchObject({ state: "released" });
    broken = false;
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
  });

  it("tells waiting copies the same, and runs once for them", async () => {
    const { tool, runs } = echoTool(async () => {
      await new Promise((r) => setTimeout(r, 100));
      throw new ToolRefusal("nope", "No.");
    });
    const { headers } = await signFor(tool, await fundedPayer());
    const responses = await Promise.all(Array.from({ length: 5 }, () => post(tool, { text: "hi" }, headers)));
    expect(responses.map((r) => r.status)).toEqual(Array(5).fill(422));
    expect(runs()).toBe(1);
  });
});
