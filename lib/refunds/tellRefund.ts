import type { Refund } from "@/db/queries/refunds";
import { refundReasonWords } from "./reasons";

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** A refund as its seller reads it. Amounts are atomic, decimal text. */
export function tellRefund(refund: Refund) {
  const { id, paymentId, tool, payer, kind, way, rule, reason, words, state, transaction, failure, expiresAt, ledgerId } = refund;
  return {
    id,
    payment: paymentId,
    /** Its own row in the ledger, with a receipt of its own; not for those out of an allowance. */
    ledger: ledgerId !== null && transaction !== null ? ledgerId : null,
    tool,
    payer,
    amount: refund.amount.toString(),
    kind,
    way,
    rule,
    reason,
    reasonText: refundReasonWords(reason),
    words,
    state,
    transaction,
    failure,
    expires: state === "reserved" ? iso(expiresAt) : null,
    created: refund.createdAt.toISOString(),
    closed: iso(refund.closedAt),
  };
}

/** A refund as anybody may read it, on the receipt of the payment that it gives back. */
export function tellPublicRefund({ id, amount, state, transaction, reason, words, closedAt, createdAt, kind }: Refund) {
  return {
    id,
    amount: amount.toString(),
    state,
    kind,
    transaction,
    reason,
    reasonText: refundReasonWords(reason),
    words,
    at: (closedAt ?? createdAt).toISOString(),
  };
}
export type PublicRefund = ReturnType<typeof tellPublicRefund>;
