import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { X402Version } from "@/lib/payments/types";
import { decodeHeader, isRecord } from "@/lib/payments/wire";
import { ERROR_KEY, PAYMENT_KEYS } from "./keys";
import { failed } from "./results";

/**
 * The 402 as a tool's result (x402, "MCP transport"). Who has shown no version yet gets that of version 2, and the one of
 * version 1 as a second text: a model that holds an older wallet reads on. Who has shown one gets it alone.
 */
export function paymentNeeded(header: string | undefined, body: Record<string, unknown>, shown: X402Version | null): CallToolResult {
  const { v1, v2 } = bothForms(header, body);
  const first = shown === 1 ? v1 : v2;
  const more = shown === null ? [{ type: "text" as const, text: JSON.stringify(v1) }] : [];
  return { ...failed(first, more), _meta: { [ERROR_KEY]: first } };
}

const HOW = `Sign one of the entries in accepts and make the same call again with the payment in _meta["${PAYMENT_KEYS[0]}"].`;

/** Without the schemas, which `tools/list` has told, and with the reason's code for an error: clients compare it. */
function bothForms(
  header: string | undefined,
  body: Record<string, unknown>,
): { v1: Record<string, unknown>; v2: Record<string, unknown> } {
  const { x402Version, accepts, error: _, ...said } = body;
  const code = typeof said.code === "string" ? said.code : "payment_required";
  const words = { error: code, ...said, ...(code === "payment_required" ? { hint: HOW } : {}) };
  const { extensions: __, ...terms } = decodeHeader(header ?? "") ?? {};
  const entries = Array.isArray(accepts) ? accepts.filter(isRecord) : [];
  return {
    v1: { x402Version, ...words, accepts: entries.map(({ outputSchema: ___, ...entry }) => entry) },
    v2: { ...terms, ...words },
  };
}
