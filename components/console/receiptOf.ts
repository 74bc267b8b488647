import type { ReceiptFacts } from "../receipt/receiptFacts";
import type { CallRecord } from "./callTypes";

/** The receipt of a settled call; null until the ledger's row was read. */
export function receiptOf(record: CallRecord, tool: { code: string; slug: string }): ReceiptFacts | null {
  const { payment } = record;
  if (!payment?.transaction) return null;
  const { received, closed } = payment.times;
  return {
    paymentId: payment.id,
    at: closed ?? received ?? new Date().toISOString(),
    code: tool.code,
    tool: tool.slug,
    amount: payment.amount,
    used: payment.usage?.used ?? null,
    payer: payment.payer,
    payTo: payment.payTo,
    transaction: payment.transaction,
    block: payment.block,
    batchSize: payment.batchSize,
    answeredMs: received && closed ? Date.parse(closed) - Date.parse(received) : null,
  };
}
