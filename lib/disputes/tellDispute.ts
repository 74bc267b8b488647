import type { Dispute } from "@/db/queries/disputes";
import { disputeReasonWords } from "./reasons";

/** A dispute as anybody may read it. The payer's own words are for the seller. */
export function tellPublicDispute({
  id,
  paymentId,
  reason,
  state,
  sellerWords,
  openedAt,
  dueAt,
  answeredAt,
  refundId,
  refundState,
  transaction,
}: Dispute) {
  return {
    id,
    payment: paymentId,
    reason,
    reasonText: disputeReasonWords(reason),
    state,
    sellerWords,
    opened: openedAt.toISOString(),
    due: dueAt.toISOString(),
    answered: answeredAt?.toISOString() ?? null,
    refund: refundId ? { id: refundId, state: refundState, transaction } : null,
  };
}
export type PublicDispute = ReturnType<typeof tellPublicDispute>;

/** The same for the seller: with what the payer wrote. Amounts are atomic, decimal text. */
export function tellDispute(dispute: Dispute) {
  const { words, payer, tool, amount } = dispute;
  return { ...tellPublicDispute(dispute), tool, payer, amount: amount.toString(), words };
}
