import { ERRORS } from "@/lib/errors";
import type { JsonSchema } from "@/lib/tools/define";

const header = (description: string) => ({ description, schema: { type: "string" } });

/**
 * What a paid route answers, by status; made from the table of errors, so that none is forgotten. `output`: the answer where
 * it is JSON and described; `types`: the content types that it may have.
 */
export function paymentResponses(output: JsonSchema | null, types: readonly string[] = ["application/json"]): Record<string, unknown> {
  const isJson = (type: string) => /[/+]json\b/.test(type);
  const kinds = types.length > 0 ? types : ["*/*"];
  return {
    "200": {
      description: "The answer. The payment is settled.",
      headers: {
        "PAYMENT-RESPONSE": header("x402 version 2 receipt, base64 of JSON."),
        "X-PAYMENT-RESPONSE": header("x402 version 1 receipt, base64 of JSON."),
        "X-Payment-Id": header("The payment's id; its receipt is at /payments/{id}."),
      },
      content: Object.fromEntries(kinds.map((type) => [type, output && isJson(type) ? { schema: output } : {}])),
    },
    "202": {
      description: "The payment may have gone through; the answer is kept. Ask at status_url, do not pay again.",
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: { state: { const: "unknown" }, payment: { type: "string" }, status_url: { type: "string" } },
          },
        },
      },
    },
    "402": {
      description: "Payment needed, or refused before any money moved. The header holds the version 2 terms, the body the version 1 terms.",
      headers: { "PAYMENT-REQUIRED": header("x402 version 2 terms, base64 of JSON.") },
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: { x402Version: { const: 1 }, error: { type: "string" }, accepts: { type: "array", items: { type: "object" } } },
          },
        },
      },
    },
    ...errorResponses(),
  };
}

/** The codes that a paid route can answer with. */
const ROUTE_CODES = [
  "invalid_input",
  "invalid_json",
  "invalid_payment_header",
  "payment_in_use",
  "answer_expired",
  "body_too_large",
  "tool_refused",
  "tool_busy",
  "internal_error",
  "tool_failed",
  "tool_unavailable",
  "chain_unavailable",
  "ledger_unavailable",
  "tool_timeout",
] as const satisfies (keyof typeof ERRORS)[];

function errorResponses(): Record<string, unknown> {
  const byStatus = new Map<number, string[]>();
  for (const code of ROUTE_CODES) {
    const { status, title } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${title}`]);
  }
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [String(status), { description: `${lines.join(" ")} Nothing was charged.`, content }]),
  );
}
