import "server-only";
import type postgres from "postgres";
import type { RefundKind } from "../schema/refunds";
import { heldRefunds, lockPayment } from "./refundHolds";

export type NewOwed = { id: string; paymentId: string; kind: RefundKind; rule: string; reason: string };

/**
 * Notes that all that is left of a payment is to go back. Where nothing is left that is noted too, so that nobody looks at
 * it again. Once for a payment and rule, whoever comes. Gives the refund's id where there is one to make.
 */
export function recordOwed(sql: postgres.Sql, owed: NewOwed, chainNow: bigint): Promise<string | null> {
  return sql.begin((tx) => recordOwedIn(tx, owed, chainNow)) as Promise<string | null>;
}

/** The same within a transaction. */
export async function recordOwedIn(tx: postgres.TransactionSql, owed: NewOwed, chainNow: bigint): Promise<string | null> {
  const { id, paymentId, kind, rule, reason } = owed;
  const payment = await lockPayment(tx, paymentId, null);
  if (payment?.state !== "settled") return null;
  const left = payment.amount - (await heldRefunds(tx, paymentId, chainNow));
  const none = left <= 0n;
  const rows = await tx`
    insert into refunds (id, payment_id, tool, account, payer, amount, kind, way, rule, reason, network, asset, cancelled_at)
    values (${id}, ${paymentId}, ${payment.tool}, ${payment.account}, ${payment.payer}, ${(none ? payment.amount : left).toString()}::text::bigint,
      ${kind}, 'allowance', ${rule}, ${reason}, ${payment.network}, ${payment.asset}, case when ${none} then now() end)
    on conflict do nothing returning id`;
  return rows.length === 1 && !none ? id : null;
}

export type OwedRefund = { id: string; paymentId: string; account: string; payer: string; amount: bigint };

/** Owed refunds of sellers who allow it, the oldest first. */
export async function payableRefunds(sql: postgres.Sql, network: string, except: string[], limit: number): Promise<OwedRefund[]> {
  const rows = await sql<(Omit<OwedRefund, "amount"> & { amount: string })[]>`
    select r.id, r.payment_id as "paymentId", r.account, r.payer, r.amount::text from refunds r
    where r.way = 'allowance' and r.cancelled_at is null and r.signed_at is null and r.network = ${network} and not r.account = any(${except})
      and 0 < (
        select a.amount from refund_allowances a
        where a.account = r.account and a.network = r.network and a.failure is null
          and not exists (select from refund_transactions t where t.allowance_id = a.id and t.state in ('reverted', 'displaced'))
        order by a.created_at desc nulls last limit 1)
    order by r.created_at limit ${limit}`;
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Owed refunds of payments that went back another way meanwhile are owed no more. */
export async function dropCovered(sql: postgres.Sql): Promise<void> {
  await sql`
    update refunds r set cancelled_at = now()
    where r.way = 'allowance' and r.cancelled_at is null and r.signed_at is null and exists (
      select from payments p where p.id = r.payment_id and p.amount <= (
        select sum(o.amount) from refunds o join refund_states s on s.id = o.id where o.payment_id = p.id and s.state = 'settled'))`;
}
