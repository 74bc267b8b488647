import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { expect, it } from "vitest";
import { callId } from "./callId";
import { outcomeOf } from "./outcome";

const said = (structuredContent: Record<string, unknown>, receipt?: Record<string, unknown>): CallToolResult => ({
  isError: true,
  content: [],
  structuredContent,
  ...(receipt ? { _meta: { "x402/payment-response": receipt } } : {}),
});

it.each<[string, CallToolResult, string]>([
  ["an answer with a receipt", { content: [], _meta: { "x402/payment-response": { success: true, transaction: "0x1" } } }, "paid"],
  ["an answer without one", { content: [] }, "paid"],
  ["an error with a receipt of a transfer", said({ error: "odd" }, { success: true, transaction: "0x1" }), "paid"],
  ["a 202", said({ state: "unknown", message: "m" }, { success: false, errorReason: "settlement_pending" }), "unknown"],
  ["another copy under way", said({ error: "payment_in_use", charged: false }), "unknown"],
  ["an answer that is gone", said({ error: "answer_expired", charged: false }), "unknown"],
  ["a failure that says nothing of money", said({ error: "internal_error" }), "unknown"],
  ["a tool without an answer", said({ error: "tool_refused", charged: false }), "refused"],
  ["a 402", said({ x402Version: 2, accepts: [{}] }), "refused"],
])("%s is %s", (_, result, kind) => {
  expect(outcomeOf(result).kind).toBe(kind);
});

it("a call is the same whatever the order of its arguments, and another for another market, tool or value", () => {
  const url = new URL("https://m.example/mcp");
  const id = callId(url, "t", { a: 1, b: { c: 2, d: 3 } });
  expect(callId(url, "t", { b: { d: 3, c: 2 }, a: 1 })).toBe(id);
  for (const other of [
    callId(url, "u", { a: 1, b: { c: 2, d: 3 } }),
    callId(new URL("https://n.example/mcp"), "t", { a: 1, b: { c: 2, d: 3 } }),
    callId(url, "t", { a: 1, b: { c: 2, d: 4 } }),
  ]) {
    expect(other).not.toBe(id);
  }
});
