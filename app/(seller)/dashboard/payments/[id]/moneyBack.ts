import "server-only";
import { refundedHow, refundedOf } from "@/components/refunds/refundStatus";
import { connection } from "@/db/client";
import { type Dispute, disputeOfPayment } from "@/db/queries/disputes";
import { type Refund, refundsOfPayment } from "@/db/queries/refunds";

export type MoneyBack = {
  refunds: Refund[];
  dispute: Dispute | null;
  refunded: "all" | "part" | null;
  /** What has gone back, atomic. */
  back: bigint;
  /** What can still be given back, atomic. */
  left: bigint;
};

/** What went back of a payment, what may, and what its payer complains of. */
export async function moneyBack({ id, amount, state }: { id: string; amount: bigint; state: string }): Promise<MoneyBack> {
  const { sql } = connection();
  const [refunds, dispute] = await Promise.all([refundsOfPayment(sql, id), disputeOfPayment(sql, id)]);
  const gone = refundedOf(refunds, ["settled", "pending", "unknown"]);
  const left = state === "settled" && amount > gone ? amount - gone : 0n;
  return { refunds, dispute, refunded: refundedHow(amount, refunds), back: refundedOf(refunds, ["settled"]), left };
}
