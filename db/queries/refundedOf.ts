import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";

/** What was given back of a payment: settled refunds alone. `amount` is atomic. */
export type Refunded = { amount: bigint; transactions: string[] };

/** By payment, of this seller's payments; those of which nothing was given back are missing. */
export async function refundedOf(db: Db, account: string, paymentIds: string[]): Promise<Map<string, Refunded>> {
  const rows = await db.execute<{ id: string; amount: string; transactions: string[] }>(sql`
    select r.payment_id as id, sum(r.amount)::text as amount, array_agg(s.transaction order by s.closed_at) as transactions
    from refunds r join refund_states s on s.id = r.id
    where r.payment_id = any(${sql.param(paymentIds)}::text[]) and r.account = ${account} and s.state = 'settled' group by r.payment_id`);
  return new Map(rows.map(({ id, amount, transactions }) => [id, { amount: BigInt(amount), transactions }]));
}
