import type { Requirements } from "@/lib/payments/types";
import { readableJson } from "./readableJson";

type Call = { name: string; input: Record<string, unknown>; terms: Requirements; url: string };

/** The call as a client sends it, once without payment and once with it. */
export function callText({ name, input, terms }: Call, paid: boolean): string {
  const authorization = { from: "0x… your address", to: terms.payTo, value: terms.amount, nonce: "0x… 32 random bytes" };
  const payment = { x402Version: 2, accepted: terms, payload: { signature: "0x… the wallet's signature", authorization } };
  const params = { name, arguments: input, ...(paid ? { _meta: { "x402/payment": payment } } : {}) };
  return readableJson({ method: "tools/call", params });
}

/** What comes back without payment. */
export function unpaidText({ terms, url }: Call): string {
  const structuredContent = { x402Version: 2, error: "payment_required", resource: { url }, accepts: [terms] };
  return readableJson({ isError: true, structuredContent, content: [{ type: "text", text: "… the same as JSON" }] });
}

/** What comes back once it is settled. */
export function paidText({ terms }: Call): string {
  const receipt = { success: true, transaction: "0x…", network: terms.network, payer: "0x… your address", amount: terms.amount };
  return readableJson({
    structuredContent: { "…": "the answer" },
    content: [{ type: "text", text: "… the same as JSON" }],
    _meta: { "x402/payment-response": receipt, "x402/payment-id": "pay_…" },
  });
}
