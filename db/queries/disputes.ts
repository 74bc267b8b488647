import "server-only";
import type postgres from "postgres";
import { FACILITATED, REFUND } from "../schema/payments";
import type { DisputeState, RefundState } from "../schema/refunds";
import { recordOwedIn } from "./owedRefunds";
import { lockPayment } from "./refundHolds";

export type Dispute = {
  id: string;
  paymentId: string;
  account: string;
  payer: string;
  tool: string;
  amount: bigint;
  reason: string;
  words: string;
  state: DisputeState;
  sellerWords: string | null;
  openedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  refundId: string | null;
  refundState: RefundState | null;
  transaction: string | null;
};

type Row = Omit<Dispute, "amount"> & { amount: string };
const read = (row: Row): Dispute => ({ ...row, amount: BigInt(row.amount) });

const columns = (sql: postgres.Sql) => sql`
  d.id, d.payment_id as "paymentId", d.account, d.payer, d.tool, d.amount::text, d.reason, d.words, d.state, d.seller_words as "sellerWords",
  d.opened_at as "openedAt", d.due_at as "dueAt", d.answered_at as "answeredAt", d.refund_id as "refundId", s.state as "refundState", s.transaction`;
const from = (sql: postgres.Sql) => sql`disputes d left join refund_states s on s.id = d.refund_id`;

export async function disputeOfPayment(sql: postgres.Sql, paymentId: string): Promise<Dispute | null> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from ${from(sql)} where d.payment_id = ${paymentId}`;
  return row ? read(row) : null;
}

const CURSOR = /^(\d{1,17})_(dis_[A-Za-z0-9]{1,40})$/;

/** A seller's disputes, newest first, from a cursor on. */
export async function sellerDisputes(
  sql: postgres.Sql,
  account: string,
  { state }: { state?: DisputeState | undefined },
  limit: number,
  before?: string,
): Promise<{ rows: Dispute[]; older: string | null }> {
  const [, micros, id] = CURSOR.exec(before ?? "") ?? [];
  const beyond = micros
    ? sql`and (d.opened_at, d.id) < (timestamptz 'epoch' + ${micros}::text::bigint * interval '1 microsecond', ${id ?? ""})`
    : sql``;
  const rows = await sql<(Row & { place: string })[]>`
    select ${columns(sql)}, (extract(epoch from d.opened_at) * 1000000)::bigint::text || '_' || d.id as place from ${from(sql)}
    where d.account = ${account} ${state ? sql`and d.state = ${state}` : sql``} ${beyond}
    order by d.opened_at desc nulls last, d.id desc nulls last limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return { rows: shown.map(({ place: _, ...row }) => read(row)), older: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
}

export async function countOpenDisputes(sql: postgres.Sql, account: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from disputes where account = ${account} and state = 'open'`;
  return row?.count ?? 0;
}

export type NewDispute = { id: string; paymentId: string; reason: string; words: string; withinDays: number; answerDays: number };
export type Opened = "opened" | "not_settled" | "not_disputable" | "too_late" | "given_back" | "twice";

/** Opens a dispute of a settled payment, once for ever. Who may is asked before. */
export function openDispute(sql: postgres.Sql, d: NewDispute): Promise<Opened> {
  return sql.begin(async (tx): Promise<Opened> => {
    const payment = await lockPayment(tx, d.paymentId, null);
    if (!payment || payment.tool === FACILITATED || payment.tool === REFUND) return "not_disputable";
    const [known] = await tx`select 1 from disputes where payment_id = ${d.paymentId}`;
    if (known) return "twice";
    if (payment.state !== "settled") return "not_settled";
    const [seen] = await tx<{ timely: boolean; back: string }[]>`
      select p.closed_at > now() - make_interval(days => ${d.withinDays}) as timely, (
        select coalesce(sum(r.amount), 0)::text from refunds r join refund_states s on s.id = r.id
        where r.payment_id = p.id and s.state in ('settled', 'pending', 'unknown')) as back
      from payments p where p.id = ${d.paymentId}`;
    if (!seen?.timely) return "too_late";
    if (BigInt(seen.back) >= payment.amount) return "given_back";
    await tx`
      insert into disputes (id, payment_id, account, payer, tool, amount, reason, words, due_at)
      values (${d.id}, ${d.paymentId}, ${payment.account}, ${payment.payer}, ${payment.tool}, ${payment.amount.toString()}::text::bigint,
        ${d.reason}, ${d.words}, now() + make_interval(days => ${d.answerDays}))`;
    return "opened";
  }) as Promise<Opened>;
}

/** open → declined, by its seller. False when it is not open any more, or not this seller's. */
export async function declineDispute(sql: postgres.Sql, account: string, id: string, words: string): Promise<boolean> {
  const rows = await sql`
    update disputes set state = 'declined', seller_words = ${words}, answered_at = now()
    where id = ${id} and account = ${account} and state = 'open' returning id`;
  return rows.length === 1;
}

/** open → withdrawn, by its payer. */
export async function withdrawDispute(sql: postgres.Sql, paymentId: string): Promise<boolean> {
  const rows = await sql`
    update disputes set state = 'withdrawn', answered_at = now() where payment_id = ${paymentId} and state = 'open' returning id`;
  return rows.length === 1;
}

/** → refunded, for those whose refund settled. */
export async function recordRefunded(sql: postgres.Sql): Promise<void> {
  await sql`
    update disputes d set state = 'refunded', answered_at = now() from refund_states s
    where d.state in ('open', 'declined') and d.refund_id is not null and s.id = d.refund_id and s.state = 'settled'`;
}

/** Open ones whose time is over, and that no refund is on its way for. */
export async function overdueDisputes(sql: postgres.Sql, limit: number): Promise<{ id: string; paymentId: string }[]> {
  const rows = await sql<{ id: string; paymentId: string }[]>`
    select d.id, d.payment_id as "paymentId" from disputes d left join refund_states s on s.id = d.refund_id
    where d.state = 'open' and d.due_at < now() and coalesce(s.state, '') not in ('reserved', 'pending', 'unknown', 'settled')
    order by d.due_at limit ${limit}`;
  return rows.map((row) => ({ ...row }));
}

/** open → lost; what is left of the payment is owed from here on. */
export function recordLost(
  sql: postgres.Sql,
  dispute: { id: string; paymentId: string },
  owed: { id: string; rule: string; reason: string },
  chainNow: bigint,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    // The payment first, as everybody does who promises something of it.
    await lockPayment(tx, dispute.paymentId, null);
    const lost = await tx`
      update disputes set state = 'lost', answered_at = now() where id = ${dispute.id} and state = 'open' and due_at < now() returning id`;
    if (lost.length === 0) return false;
    const refundId = await recordOwedIn(tx, { ...owed, paymentId: dispute.paymentId, kind: "dispute" }, chainNow);
    if (refundId) await tx`update disputes set refund_id = ${refundId} where id = ${dispute.id}`;
    return true;
  }) as Promise<boolean>;
}
