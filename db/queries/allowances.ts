import "server-only";
import type postgres from "postgres";

/** `waiting`, `pending`: on its way. `granted`: the chain took it. `failed`: the token refused it. */
export type AllowanceState = "waiting" | "pending" | "granted" | "failed";

export type Allowance = {
  id: string;
  account: string;
  amount: bigint;
  nonce: bigint;
  deadline: bigint;
  signature: string;
  warnBelow: bigint | null;
  state: AllowanceState;
  transaction: string | null;
  failure: string | null;
  createdAt: Date;
};

type Row = Omit<Allowance, "amount" | "nonce" | "deadline" | "warnBelow"> &
  Record<"amount" | "nonce" | "deadline", string> & { warnBelow: string | null };

const read = (row: Row): Allowance => ({
  ...row,
  amount: BigInt(row.amount),
  nonce: BigInt(row.nonce),
  deadline: BigInt(row.deadline),
  warnBelow: row.warnBelow === null ? null : BigInt(row.warnBelow),
});

const columns = (sql: postgres.Sql) => sql`
  a.id, a.account, a.amount::text, a.nonce::text, a.deadline::text, a.signature, a.warn_below::text as "warnBelow", a.created_at as "createdAt",
  case when t.state = 'mined' then 'granted' when a.failure is not null or t.state in ('reverted', 'displaced') then 'failed'
    when t.state is not null then 'pending' else 'waiting' end as state,
  t.hash as transaction, coalesce(a.failure, case when t.state in ('reverted', 'displaced') then t.state end) as failure`;

const from = (sql: postgres.Sql) => sql`
  refund_allowances a left join lateral (
    select hash, state from refund_transactions t where t.allowance_id = a.id and t.state <> 'replaced' order by t.state = 'sent', t.sent_at desc limit 1
  ) t on true`;

/** The newest that a seller signed. */
export async function newestAllowance(sql: postgres.Sql, account: string, network: string): Promise<Allowance | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from ${from(sql)} where a.account = ${account} and a.network = ${network}
    order by a.created_at desc nulls last limit 1`;
  return row ? read(row) : null;
}

export type NewAllowance = {
  id: string;
  account: string;
  network: string;
  amount: bigint;
  nonce: bigint;
  deadline: bigint;
  signature: string;
  warnBelow: bigint | null;
};

/** Keeps what was signed, until it is sent; a revocation takes the place of what waits. False while an earlier one of the same seller is on its way. */
export function keepAllowance(sql: postgres.Sql, a: NewAllowance): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${a.account}, 2612))`;
    // What was not sent yet is not sent any more: whoever revokes waits for nothing.
    if (a.amount === 0n) {
      await tx`
        update refund_allowances o set failure = 'revoked' where o.account = ${a.account} and o.network = ${a.network} and o.failure is null
          and not exists (select from refund_transactions t where t.allowance_id = o.id)`;
    }
    const rows = await tx`
      insert into refund_allowances (id, account, network, amount, nonce, deadline, signature, warn_below)
      select ${a.id}, ${a.account}, ${a.network}, ${a.amount.toString()}::text::numeric, ${a.nonce.toString()}::text::numeric,
        ${a.deadline.toString()}::text::numeric, ${a.signature}, ${a.warnBelow?.toString() ?? null}::text::bigint
      where not exists (
        select from refund_allowances o where o.account = ${a.account} and o.network = ${a.network} and o.failure is null
          and o.deadline > extract(epoch from now())
          and not exists (select from refund_transactions t where t.allowance_id = o.id and t.state <> 'sent'))
      returning id`;
    return rows.length === 1;
  }) as Promise<boolean>;
}

/** Those that nobody has sent yet, the oldest first. */
export async function waitingAllowances(sql: postgres.Sql, network: string): Promise<Allowance[]> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from ${from(sql)}
    where a.network = ${network} and a.failure is null and t.hash is null order by a.created_at limit 20`;
  return rows.map(read);
}

export async function failAllowance(sql: postgres.Sql, id: string, failure: string): Promise<void> {
  await sql`update refund_allowances set failure = ${failure} where id = ${id} and failure is null`;
}

/** The middle of a seller's settled prices of the last thirty days; null while there are none. */
export async function medianPrice(sql: postgres.Sql, account: string): Promise<bigint | null> {
  const [row] = await sql<{ median: string | null }[]>`
    select percentile_disc(0.5) within group (order by amount)::text as median from (
      select amount from payments where account = ${account} and state = 'settled' and claimed_at > now() - interval '30 days'
      order by claimed_at desc nulls last, id desc nulls last limit 1000
    ) latest`;
  return row?.median ? BigInt(row.median) : null;
}

/** What is owed out of an allowance and not sent yet. */
export async function owedTotal(sql: postgres.Sql, account: string): Promise<{ count: number; amount: bigint }> {
  const [row] = await sql<{ count: number; amount: string }[]>`
    select count(*)::int as count, coalesce(sum(amount), 0)::text as amount from refunds
    where account = ${account} and way = 'allowance' and cancelled_at is null and signed_at is null`;
  return { count: row?.count ?? 0, amount: BigInt(row?.amount ?? 0) };
}
