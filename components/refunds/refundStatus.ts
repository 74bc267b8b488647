import type { StatusKey } from "@/components/ui/statusOf";
import type { RefundState } from "@/db/schema/refunds";

/** A refund's state in the one language of status. */
export const REFUND_STATUS: Record<RefundState, { status: StatusKey; word: string }> = {
  reserved: { status: "not_charged", word: "Not signed yet" },
  expired: { status: "not_charged", word: "Never signed" },
  cancelled: { status: "not_charged", word: "Given up" },
  owed: { status: "settling", word: "Owed" },
  pending: { status: "settling", word: "Refunding" },
  unknown: { status: "unknown", word: "Unknown: being checked" },
  settled: { status: "refunded", word: "Refunded" },
  failed: { status: "failed", word: "Refund failed" },
};

/** How much of a payment is back, or on its way; atomic. */
export function refundedOf(refunds: readonly { amount: bigint | string; state: RefundState }[], states: readonly RefundState[]): bigint {
  return refunds.reduce((sum, { amount, state }) => (states.includes(state) ? sum + BigInt(amount) : sum), 0n);
}

/** Refunded in whole, in part, or not at all: by what has settled. */
export function refundedHow(amount: bigint, refunds: readonly { amount: bigint | string; state: RefundState }[]): "all" | "part" | null {
  const back = refundedOf(refunds, ["settled"]);
  return back === 0n ? null : back >= amount ? "all" : "part";
}
