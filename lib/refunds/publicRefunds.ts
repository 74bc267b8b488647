import "server-only";
import { connection } from "@/db/client";
import { refundOf, refundsOfPayment } from "@/db/queries/refunds";
import { REFUND } from "@/db/schema/payments";
import { ledger } from "@/lib/payments/ledger";
import { type PublicRefund, tellPublicRefund } from "./tellRefund";

export type RefundLinks = { refunds: PublicRefund[]; refundOf?: string };

/** What was given back of a payment; and of a refund's own row, which payment it gives back. */
export async function publicRefunds({ id, tool }: { id: string; tool: string }): Promise<RefundLinks> {
  const { sql } = connection();
  if (tool === REFUND) {
    const of = await ledger(() => refundOf(sql, id));
    return { refunds: [], ...(of ? { refundOf: of.paymentId } : {}) };
  }
  return { refunds: (await ledger(() => refundsOfPayment(sql, id))).map(tellPublicRefund) };
}
