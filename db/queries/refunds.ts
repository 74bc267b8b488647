import "server-only";
import type postgres from "postgres";
import type { RefundKind, RefundState, RefundWay } from "../schema/refunds";

export type Refund = {
  id: string;
  paymentId: string;
  tool: string;
  seller: string;
  account: string;
  payer: string;
  amount: bigint;
  kind: RefundKind;
  way: RefundWay;
  rule: string | null;
  reason: string;
  words: string;
  network: string;
  asset: string;
  ledgerId: string | null;
  nonce: string | null;
  validBefore: bigint | null;
  expiresAt: Date | null;
  createdAt: Date;
  state: RefundState;
  transaction: string | null;
  closedAt: Date | null;
  /** Why it failed: a reason code. */
  failure: string | null;
};

type Row = Omit<Refund, "amount" | "validBefore"> & { amount: string; validBefore: string | null };

const columns = (sql: postgres.Sql) => sql`
  r.id, r.payment_id as "paymentId", r.tool, o.seller, r.account, r.payer, r.amount::text, r.kind, r.way, r.rule, r.reason, r.words, r.network,
  r.asset, r.ledger_id as "ledgerId", r.nonce, r.valid_before::text as "validBefore", r.expires_at as "expiresAt", r.created_at as "createdAt",
  s.state, s.transaction, s.closed_at as "closedAt", s.failure`;

const from = (sql: postgres.Sql) => sql`refunds r join refund_states s on s.id = r.id join payments o on o.id = r.payment_id`;

const read = (row: Row): Refund => ({
  ...row,
  amount: BigInt(row.amount),
  validBefore: row.validBefore === null ? null : BigInt(row.validBefore),
});

/** One refund of this seller's; null for an id that is not there and for one that is somebody else's. */
export async function findRefund(sql: postgres.Sql, account: string, id: string): Promise<Refund | null> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from ${from(sql)} where r.id = ${id} and r.account = ${account}`;
  return row ? read(row) : null;
}

/** The refunds of one payment that somebody signed, or that are owed; in the order of their making. */
export async function refundsOfPayment(sql: postgres.Sql, paymentId: string): Promise<Refund[]> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from ${from(sql)}
    where r.payment_id = ${paymentId} and s.state not in ('reserved', 'expired', 'cancelled') order by r.created_at, r.id`;
  return rows.map(read);
}

/** The payment that this row of the ledger gives back, for rows that are refunds. */
export async function refundOf(sql: postgres.Sql, ledgerId: string): Promise<{ id: string; paymentId: string } | null> {
  const [row] = await sql<{ id: string; paymentId: string }[]>`
    select id, payment_id as "paymentId" from refunds where ledger_id = ${ledgerId}`;
  return row ? { ...row } : null;
}

export type RefundPage = { rows: Refund[]; older: string | null };
export type RefundFilter = { states?: readonly RefundState[] };

const CURSOR = /^(\d{1,17})_(ref_[A-Za-z0-9]{1,40})$/;

/** A seller's refunds, newest first, from a cursor on. A cursor that makes no sense is the beginning. Without states: all but those that came to nothing unsigned. */
export async function sellerRefunds(
  sql: postgres.Sql,
  account: string,
  { states }: RefundFilter,
  limit: number,
  before?: string,
): Promise<RefundPage> {
  const [, micros, id] = CURSOR.exec(before ?? "") ?? [];
  const beyond = micros
    ? sql`and (r.created_at, r.id) < (timestamptz 'epoch' + ${micros}::text::bigint * interval '1 microsecond', ${id ?? ""})`
    : sql``;
  const wanted = states ? sql`s.state = any(${[...states]})` : sql`s.state not in ('reserved', 'expired', 'cancelled')`;
  const rows = await sql<(Row & { place: string })[]>`
    select ${columns(sql)}, (extract(epoch from r.created_at) * 1000000)::bigint::text || '_' || r.id as place from ${from(sql)}
    where r.account = ${account} and ${wanted} ${beyond}
    order by r.created_at desc nulls last, r.id desc nulls last limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return { rows: shown.map(({ place: _, ...row }) => read(row)), older: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
}
