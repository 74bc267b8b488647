import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { isRecord } from "@/lib/payments/wire";
import { PAYMENT_ID_KEY, RECEIPT_KEYS } from "../keys";

/** Another copy is still under way, or there was one whose answer is gone: money may have moved, whatever else is said. */
const AFTER_PAYMENT = ["payment_in_use", "answer_expired", "answer_broken"];

export type Outcome =
  | { kind: "paid"; payment: string | null; transaction: string | null }
  /** The market says that nothing was charged, and may want other terms. */
  | { kind: "refused" }
  | { kind: "unknown" };

/** What the market's answer to a paid call says of the payment. What isn't clearly one of the other two is unknown. */
export function outcomeOf(result: CallToolResult): Outcome {
  const receipt = RECEIPT_KEYS.map((key) => result._meta?.[key]).find(isRecord);
  const payment = textOf(result._meta?.[PAYMENT_ID_KEY]);
  // An answer is only given for money, so one without a receipt is counted as paid.
  if (!result.isError || receipt?.success === true) return { kind: "paid", payment, transaction: textOf(receipt?.transaction) };
  const said = result.structuredContent ?? {};
  if (said.state !== undefined || AFTER_PAYMENT.includes(String(said.error)) || receipt?.errorReason === "settlement_pending")
    return { kind: "unknown" };
  return said.charged === false || requirementsOf(result) ? { kind: "refused" } : { kind: "unknown" };
}

/** The terms of a 402 of version 2, from where the specification puts them. */
export function requirementsOf({ isError, structuredContent }: CallToolResult): Record<string, unknown> | null {
  return isError && structuredContent?.x402Version === 2 && Array.isArray(structuredContent.accepts) ? structuredContent : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, 100) : null;
}
