import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { paid } from "@/lib/payments/paid";
import { answerProofText } from "@/lib/payments/payersAnswer";
import { decodeHeader } from "@/lib/payments/wire";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { type Connected, callWith, connectMcp } from "@/lib/testing/mcpClient";
import { meteredTool } from "@/lib/testing/meteredTool";
import { newPayer, signPayment, v1Header, v2Header, wirePayload } from "@/lib/testing/payer";
import { post } from "@/lib/testing/requests";
import { TERMS } from "@/lib/testing/terms";
import { type WebServer, webServer } from "@/lib/testing/webServer";
import { defineTool } from "@/lib/tools/define";
import { Flow } from "@/lib/tools/flow";
import { mcpDoor } from "./door";
import { offer } from "./offered";
import { createSessions } from "./sessions";

const { tool, runs } = echoTool(async (text) => {
  if (text === "slowly") await new Promise((resolve) => setTimeout(resolve, 400));
  if (text === "break") throw new Error("broken");
  return { text };
});
const { tool: metered } = meteredTool();
/** Tells its answer in parts to whoever asks for a stream. */
const streaming = defineTool({
  definition: { ...metered.definition, code: "Z3" as "E1", slug: "chat/streaming" },
  schema: {
    input: z.looseObject({ text: z.string(), stream: z.boolean().optional() }),
    output: z.object({ text: z.string() }),
    fields: {},
  },
  run: async ({ text, stream }) => {
    const parts = (async function* () {
      yield `data: ${text}`;
    })();
    return stream ? new Flow("text/event-stream", parts, () => ({ end: "whole", used: null })) : { text };
  },
});
const shelf = (origin: string) => offer([tool, metered, streaming], origin);
const sessions = createSessions();

let market: TestMarket;
let web: WebServer;
let mcp: Connected;
beforeAll(async () => {
  market = await startTestMarket();
  web = await webServer({ "/mcp": mcpDoor({ shelf, sessions: () => sessions }), "/api/v1/echo": paid(tool) });
  mcp = await connectMcp(`${web.origin}/mcp`);
  await mcp.client.listTools();
});
afterAll(async () => {
  await mcp?.client.close();
  await sessions.stop();
  await web?.close();
  await market?.stop();
});

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

const echo = (args: Record<string, unknown>, meta?: Record<string, unknown>) => callWith(mcp.client, "echo", args, meta);

/** A version 2 payment as an object, of a wallet that has money. */
async function payment(over: Record<string, unknown> = {}) {
  const signed = await signPayment(await fundedPayer(), TERMS);
  return { signed, object: { x402Version: 2, accepted: TERMS, payload: wirePayload(signed), ...over }, header: v2Header(signed, TERMS) };
}

describe("a call without payment", () => {
  it("is told the terms of version 2, which admit themselves to the tool's own schema, and those of version 1", async () => {
    const before = runs();
    const result = await echo({ text: "hi" });
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toEqual({
      x402Version: 2,
      error: "payment_required",
      code: "payment_required",
      message: expect.any(String),
      hint: expect.stringContaining("x402/payment"),
      charged: false,
      resource: expect.objectContaining({ url: `${web.origin}/api/v1/echo` }),
      accepts: [TERMS],
    });
    const [first, second] = result.content as { text: string }[];
    expect(JSON.parse(first?.text ?? "")).toEqual(result.structuredContent);
    expect(result._meta?.["x402/error"]).toEqual(result.structuredContent);
    const [entry] = JSON.parse(second?.text ?? "").accepts;
    expect(entry).toMatchObject({
      scheme: "exact",
      network: "base-sepolia",
      maxAmountRequired: "5000",
      resource: `${web.origin}/api/v1/echo`,
    });
    expect(runs()).toBe(before);
  });

  it("is told what is wrong with the arguments before any money is asked for", async () => {
    const result = await echo({ text: 5 });
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { error: "invalid_input", charged: false, fields: [{ field: "text" }] },
    });
    const large = await echo({ text: "x".repeat(70_000) });
    expect(large.structuredContent).toMatchObject({ error: "body_too_large", charged: false });
  });
});

describe("a paid call", () => {
  it("gives the answer twice and the receipt, and the ledger knows it", async () => {
    const { object, signed } = await payment();
    const before = await market.balanceOf(signed.authorization.from);
    const result = await echo({ text: "hi" }, { "x402/payment": object });
    expect(result.isError).toBeUndefined();
    expect(result.structuredContent).toEqual({ text: "hi" });
    expect(result.content).toEqual([{ type: "text", text: '{"text":"hi"}' }]);
    const receipt = result._meta?.["x402/payment-response"] as Record<string, unknown>;
    expect(receipt).toMatchObject({ success: true, network: TERMS.network, payer: signed.authorization.from, amount: "5000" });
    expect(result._meta?.["x402.payment-response"]).toEqual(receipt);
    const row = await findPayment(db(), String(result._meta?.["x402/payment-id"]));
    expect(row).toMatchObject({ state: "settled", transaction: receipt.transaction, nonce: signed.authorization.nonce });
    expect(before - (await market.balanceOf(signed.authorization.from))).toBe(5000n);
  });

  it.each<[string, (p: Awaited<ReturnType<typeof payment>>) => Record<string, unknown>, string]>([
    ["base64", (p) => ({ "x402/payment": p.header }), TERMS.network],
    ["JSON text", (p) => ({ "x402/payment": JSON.stringify(p.object) }), TERMS.network],
    ["the name with a dot", (p) => ({ "x402.payment": p.object }), TERMS.network],
    ["both names", (p) => ({ "x402/payment": p.object, "x402.payment": p.header }), TERMS.network],
    ["version 1 in base64", (p) => ({ "x402.payment": v1Header(p.signed, TERMS) }), "base-sepolia"],
    ["version 1 as an object", (p) => ({ "x402/payment": decodeHeader(v1Header(p.signed, TERMS)) }), "base-sepolia"],
    [
      "the whole 402 sent back with it",
      (p) => ({ "x402/payment": { ...p.object, extensions: { bazaar: { info: "x".repeat(20_000) } } } }),
      TERMS.network,
    ],
  ])("is taken as %s", async (_, meta, network) => {
    const result = await echo({ text: "form" }, meta(await payment()));
    expect(result.structuredContent).toEqual({ text: "form" });
    expect(result._meta?.["x402/payment-response"]).toMatchObject({ success: true, network });
  });

  it("withholds the content of what could not be settled", async () => {
    const poor = await signPayment(newPayer(), TERMS);
    const before = runs();
    const result = await echo({ text: "hi" }, { "x402/payment": { x402Version: 2, accepted: TERMS, payload: wirePayload(poor) } });
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { x402Version: 2, error: "insufficient_funds", charged: false, accepts: [TERMS] },
    });
    expect(result.content).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain('\\"text\\":\\"hi\\"');
    expect(runs()).toBe(before);
  });

  it("says what a payment that can't be read is", async () => {
    for (const given of ["%%%", "bm8ganNvbg==", "{", 5, { x402Version: 2, payload: {} }]) {
      const result = await echo({ text: "hi" }, { "x402/payment": given });
      expect(result).toMatchObject({ isError: true, structuredContent: { error: "invalid_payment_header", charged: false } });
    }
    const [a, b] = [await payment(), await payment()];
    const two = await echo({ text: "hi" }, { "x402/payment": a.object, "x402.payment": b.object });
    expect(two.structuredContent).toMatchObject({ error: "invalid_payment_header", charged: false });
  });

  it("that has no answer is not charged, and is told why", async () => {
    const { object, signed } = await payment();
    const result = await echo({ text: "break" }, { "x402/payment": object });
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { error: "tool_failed", charged: false, payment: expect.any(String) },
    });
    expect(result.structuredContent?.docs).toBe(`${web.origin}/docs/errors#tool_failed`);
    expect(await market.balanceOf(signed.authorization.from)).toBe(25_000_000n);
  });
});

describe("one payment at two doors", () => {
  it("that was made over MCP gives the same answer over HTTP, and is refused for another request", async () => {
    const { object, header, signed } = await payment();
    const before = runs();
    await echo({ text: "once" }, { "x402/payment": object });
    const copy = await post(tool, { text: "once" }, { "PAYMENT-SIGNATURE": header });
    expect([copy.status, await copy.json()]).toEqual([200, { text: "once" }]);
    const other = await post(tool, { text: "twice" }, { "PAYMENT-SIGNATURE": header });
    expect([other.status, (await other.json()).code]).toEqual([402, "invalid_exact_evm_nonce_already_used"]);
    expect(runs()).toBe(before + 1);
    expect(await market.balanceOf(signed.authorization.from)).toBe(24_995_000n);
  });

  it("that was made over HTTP gives the same answer over MCP, and is refused for another call", async () => {
    const { object, header, signed } = await payment();
    const before = runs();
    expect((await post(tool, { text: "once" }, { "PAYMENT-SIGNATURE": header })).status).toBe(200);
    const copy = await echo({ text: "once" }, { "x402/payment": object });
    expect(copy).toMatchObject({ structuredContent: { text: "once" }, _meta: { "x402/payment-response": { success: true } } });
    const other = await echo({ text: "twice" }, { "x402/payment": object });
    expect(other).toMatchObject({ isError: true, structuredContent: { error: "invalid_exact_evm_nonce_already_used" } });
    expect(runs()).toBe(before + 1);
    expect(await market.balanceOf(signed.authorization.from)).toBe(24_995_000n);
  });

  it("that comes to both at the same moment runs once and is paid once", async () => {
    const { object, header, signed } = await payment();
    const before = runs();
    const [overMcp, overHttp, again] = await Promise.all([
      echo({ text: "slowly" }, { "x402/payment": object }),
      post(tool, { text: "slowly" }, { "PAYMENT-SIGNATURE": header }),
      echo({ text: "slowly" }, { "x402/payment": header }),
    ]);
    expect([overMcp.structuredContent, await overHttp.json(), again.structuredContent]).toEqual(Array(3).fill({ text: "slowly" }));
    expect(runs()).toBe(before + 1);
    expect(await market.balanceOf(signed.authorization.from)).toBe(24_995_000n);
  });
});

describe("a price that the request makes, and an answer that could flow", () => {
  it("is told as the least in the list, and exactly in the 402, as over HTTP", async () => {
    const { tools } = await mcp.client.listTools();
    const listed = tools.find(({ name }) => name === "metered");
    expect(listed?._meta?.["x402/price"]).toMatchObject({ amount: "1000", text: "$0.001", from: true });
    expect(listed?.description).toContain("Costs from $0.001 a call, paid by x402");
    expect(listed?.description).toContain("Each word costs the same.");
    const unpaid = await callWith(mcp.client, "metered", { words: 70 });
    expect(unpaid.structuredContent).toMatchObject({ accepts: [{ amount: "7000" }], pricing: { made: "70 words" } });
    const terms = { ...TERMS, amount: "7000" };
    const payer = await fundedPayer();
    const header = v2Header(await signPayment(payer, terms), terms);
    expect((await callWith(mcp.client, "metered", { words: 71 }, { "x402/payment": header })).isError).toBe(true);
    const paidFor = await callWith(mcp.client, "metered", { words: 70 }, { "x402/payment": header });
    expect(paidFor._meta?.["x402/payment-response"]).toMatchObject({ success: true, amount: "7000" });
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 7_000n);
  });

  it("comes in one piece, whatever is asked for, and is the same claim as without a stream over HTTP", async () => {
    const { tools } = await mcp.client.listTools();
    const described = tools.find(({ name }) => name === "chat_streaming");
    expect(Object.keys(described?.inputSchema.properties ?? {})).toEqual(["text"]);
    const terms = { ...TERMS, amount: "1000" };
    const header = v2Header(await signPayment(await fundedPayer(), terms), terms);
    const whole = await callWith(mcp.client, "chat_streaming", { text: "hi", stream: true }, { "x402/payment": header });
    expect(whole.structuredContent).toEqual({ text: "hi" });
    const copy = await post(streaming, { text: "hi", stream: false }, { "PAYMENT-SIGNATURE": header });
    expect([copy.status, await copy.json()]).toEqual([200, { text: "hi" }]);
  });
});

describe("the free tools", () => {
  it("quote the very terms of the call, and say when it would not run", async () => {
    const quoted = await callWith(mcp.client, "quote", { tool: "echo", input: { text: "hi" } });
    expect(quoted.structuredContent).toMatchObject({ price: "$0.005", amount: "5000", would_run: true, accepts: [TERMS] });
    expect(quoted.structuredContent?.resource).toBe(`${web.origin}/api/v1/echo`);
    const wrong = await callWith(mcp.client, "quote", { tool: "echo", input: { text: 1 } });
    expect(wrong).toMatchObject({ isError: true, structuredContent: { error: "invalid_input", fields: [{ field: "text" }] } });
    expect((await callWith(mcp.client, "quote", { tool: "nothing" })).structuredContent).toMatchObject({ error: "not_found" });
  });

  it("tell everybody what became of a payment, and its payer the answer", async () => {
    const payer = await fundedPayer();
    const signed = await signPayment(payer, TERMS);
    const paidFor = await echo({ text: "mine" }, { "x402/payment": v2Header(signed, TERMS) });
    const id = String(paidFor._meta?.["x402/payment-id"]);
    const ask = async (args: Record<string, unknown>) => (await callWith(mcp.client, "payment_status", args)).structuredContent ?? {};
    expect(await ask({ payment: id })).toMatchObject({ id, state: "settled", tool: "echo", amount: "5000" });
    expect(await ask({ payer: payer.address, nonce: signed.authorization.nonce })).toMatchObject({ id });
    expect(await ask({ payment: id })).not.toHaveProperty("answer");
    const until = Math.floor(Date.now() / 1000) + 60;
    const prove = async (who = payer) => `${until}.${await who.signMessage({ message: answerProofText(id, until) })}`;
    expect(await ask({ payment: id, proof: await prove() })).toMatchObject({ answer: { status: 200, body: '{"text":"mine"}' } });
    expect(await ask({ payment: id, proof: await prove(newPayer()) })).toMatchObject({ error: "unauthorized" });
    for (const proof of ["x", "\u0000", `${until}.0x00`])
      expect(await ask({ payment: id, proof })).toMatchObject({ error: "unauthorized" });
    expect(await ask({ payment: "pay_no" })).toMatchObject({ error: "not_found" });
    expect(await ask({})).toMatchObject({ error: "invalid_input" });
  });
});

describe("sessions", () => {
  it("fifty at once each pay for their own call, with one wallet", async () => {
    const payer = await fundedPayer();
    const before = runs();
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const { client, transport } = await connectMcp(`${web.origin}/mcp`);
        await client.listTools();
        const terms = (await callWith(client, "echo", { text: `n${i}` })).structuredContent?.accepts as (typeof TERMS)[];
        const signed = await signPayment(payer, terms[0] ?? TERMS);
        const result = await callWith(client, "echo", { text: `n${i}` }, { "x402/payment": v2Header(signed, TERMS) });
        const { sessionId } = transport;
        await client.close();
        return {
          sessionId,
          text: result.structuredContent?.text,
          settled: (result._meta?.["x402/payment-response"] as { success?: boolean })?.success,
        };
      }),
    );
    expect(answers.map(({ text }) => text)).toEqual(answers.map((_, i) => `n${i}`));
    expect(answers.every(({ settled }) => settled)).toBe(true);
    expect(new Set(answers.map(({ sessionId }) => sessionId)).size).toBe(50);
    expect(runs()).toBe(before + 50);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 50n * 5_000n);
  });

  it("a call that is given up goes on where money is, frees its stream, and its answer is kept", async () => {
    const own = await connectMcp(`${web.origin}/mcp`);
    const open = () => sessions.find(own.transport.sessionId ?? "")?.open;
    // Its client listens all the time.
    await vi.waitFor(() => expect(open()).toBe(1), { timeout: 5_000 });
    const { object, signed } = await payment();
    const before = runs();
    const gaveUp = new AbortController();
    const params = { name: "echo", arguments: { text: "slowly" }, _meta: { "x402/payment": object } };
    const call = own.client.callTool(params, undefined, { signal: gaveUp.signal });
    const refused = expect(call).rejects.toThrow();
    await vi.waitFor(() => expect(runs()).toBe(before + 1), { timeout: 5_000 });
    expect(open()).toBe(2);
    gaveUp.abort();
    await refused;
    await vi.waitFor(() => expect(open()).toBe(1), { timeout: 5_000 });
    const again = await callWith(own.client, "echo", { text: "slowly" }, { "x402/payment": object });
    expect(again.structuredContent).toEqual({ text: "slowly" });
    expect(runs()).toBe(before + 1);
    expect(await market.balanceOf(signed.authorization.from)).toBe(24_995_000n);
    await own.client.close();
  });

  it("remember the version that their client has shown", async () => {
    const own = await connectMcp(`${web.origin}/mcp`);
    const { signed } = await payment();
    await callWith(own.client, "echo", { text: "hi" }, { "x402.payment": v1Header(signed, TERMS) });
    const unpaid = await callWith(own.client, "echo", { text: "more" });
    expect(unpaid.structuredContent).toMatchObject({ x402Version: 1, accepts: [{ network: "base-sepolia" }] });
    expect(unpaid.content).toHaveLength(1);
    await own.client.close();
  });
});
