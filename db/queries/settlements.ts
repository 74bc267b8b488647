import "server-only";
import type postgres from "postgres";
import type { SettlementState } from "../schema/settlements";

export type SentTransaction = {
  hash: string;
  sender: string;
  accountNonce: number;
  raw: Buffer | null;
  paymentIds: string[];
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  ageSeconds: number;
};

export type MinedRow = { hash: string; blockNumber: bigint; blockHash: string; gasUsed: bigint; gasPrice: bigint };

const columns = (sql: postgres.Sql) => sql`
  hash, sender, account_nonce as "accountNonce", raw, payment_ids as "paymentIds", max_fee_per_gas::text as "maxFeePerGas",
  max_priority_fee_per_gas::text as "maxPriorityFeePerGas", extract(epoch from now() - sent_at)::float8 as "ageSeconds"`;

type Row = Omit<SentTransaction, "maxFeePerGas" | "maxPriorityFeePerGas"> & { maxFeePerGas: string; maxPriorityFeePerGas: string };
const read = (row: Row): SentTransaction => ({
  ...row,
  maxFeePerGas: BigInt(row.maxFeePerGas),
  maxPriorityFeePerGas: BigInt(row.maxPriorityFeePerGas),
});

/** Transactions that were signed and are neither mined nor replaced, in the order of their accounts. */
export async function sentTransactions(sql: postgres.Sql, network: string): Promise<SentTransaction[]> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from settlements where network = ${network} and state = 'sent'
    order by sender, account_nonce, sent_at limit 500`;
  return rows.map(read);
}

export async function settlementState(sql: postgres.Sql, hash: string): Promise<SettlementState | null> {
  const [row] = await sql<{ state: SettlementState }[]>`select state from settlements where hash = ${hash}`;
  return row?.state ?? null;
}

/** → mined, for a transaction whose payments are settled by whoever works on them. */
export async function recordMined(sql: postgres.Sql, row: MinedRow): Promise<void> {
  await sql`with ${minedSteps(sql, row)} select 1`;
}

/**
 * Steps of a statement that takes a transaction to `mined`; what was signed for the same place in the account's order never
 * will be, and its payments are those of the one that was: a replacement has the same. `settled`: payments that this very
 * statement writes already, which it must not do twice.
 */
export function minedSteps(sql: postgres.Sql, row: MinedRow, settled: string[] = []) {
  return sql`
    mined as (
      update settlements set state = 'mined', block_number = ${row.blockNumber.toString()}::text::bigint, block_hash = ${row.blockHash},
        gas_used = ${row.gasUsed.toString()}::text::bigint, gas_price = ${row.gasPrice.toString()}::text::bigint, mined_at = coalesce(mined_at, now())
      where hash = ${row.hash} returning hash, network, sender, account_nonce
    ), dropped as (
      update settlements s set state = 'dropped', raw = null from mined m
      where s.network = m.network and s.sender = m.sender and s.account_nonce = m.account_nonce and s.hash <> m.hash and s.state = 'sent'
      returning s.hash, s.payment_ids
    ), inherited as (
      update payments p set transaction = ${row.hash} from dropped d
      where p.id = any(d.payment_ids) and not p.id = any(${settled}) and p.transaction = d.hash and p.state in ('submitted', 'unknown')
    )`;
}

/** A transaction with the same nonce and a higher fee: the same payments, either of the two may be mined. */
export async function recordBumped(
  sql: postgres.Sql,
  old: string,
  next: { hash: string; raw: Buffer; maxFeePerGas: bigint; maxPriorityFeePerGas: bigint },
): Promise<boolean> {
  const rows = await sql`
    with sent as (
      insert into settlements (hash, state, network, sender, account_nonce, raw, payment_ids, payment_count, max_fee_per_gas, max_priority_fee_per_gas)
      select ${next.hash}, 'sent', network, sender, account_nonce, ${next.raw}::bytea, payment_ids, payment_count,
        ${next.maxFeePerGas.toString()}::text::bigint, ${next.maxPriorityFeePerGas.toString()}::text::bigint
      from settlements o where hash = ${old} and state = 'sent' and not exists (
        select from settlements n where n.network = o.network and n.sender = o.sender and n.account_nonce = o.account_nonce
          and n.hash <> o.hash and n.sent_at >= o.sent_at and n.state <> 'dropped')
      on conflict do nothing returning payment_ids
    ), moved as (
      update payments p set transaction = ${next.hash} from sent s
      where p.id = any(s.payment_ids) and p.state in ('submitted', 'unknown') and p.transaction = ${old} returning p.id
    ), logged as (
      insert into payment_events (payment_id, step, at, note) select id, 'bumped', now(), ${next.hash}::text from moved order by id
    )
    select 1 from sent`;
  return rows.length === 1;
}

/**
 * Back to the queue: the node refused it, and nothing was signed for the places behind it, so its own is given out again.
 * False when there was: a gap would hold all of those up for ever, so it stays, to be sent again or replaced.
 */
export async function takeBackLast(sql: postgres.Sql, hash: string, why: string): Promise<boolean> {
  const rows = await sql`
    with freed as (
      update gas_accounts g set next_nonce = s.account_nonce from settlements s
      where s.hash = ${hash} and s.state = 'sent' and g.id = s.network || ' ' || s.sender and g.next_nonce = s.account_nonce + 1 returning 1
    ), gone as (
      update settlements set state = 'dropped', raw = null where hash = ${hash} and exists (select from freed) returning payment_ids
    ), moved as (${requeue(sql, hash)}), logged as (${logRequeued(sql, why)})
    select 1 from gone`;
  return rows.length === 1;
}

/** Back to the queue: another transaction has its place in the account's order, so this one will never be mined. */
export async function takeBack(sql: postgres.Sql, hash: string, why: string): Promise<void> {
  await sql`
    with gone as (
      update settlements set state = 'dropped', raw = null where hash = ${hash} and state <> 'mined' returning payment_ids
    ), moved as (${requeue(sql, hash)})
    ${logRequeued(sql, why)}`;
}

const requeue = (sql: postgres.Sql, hash: string) => sql`
  update payments p set state = 'queued', transaction = null, submitted_at = null from gone
  where p.id = any(gone.payment_ids) and p.state in ('submitted', 'unknown') and p.transaction = ${hash} returning p.id`;

const logRequeued = (sql: postgres.Sql, why: string) => sql`
  insert into payment_events (payment_id, step, at, note) select id, 'queued', now(), ${why}::text from moved order by id`;

export type MinedBlock = { number: bigint; hash: string; transactions: string[] };

/** The blocks that settlements stand in and that aren't final, the newest first: ours, and those that others sent. */
export async function minedBlocks(sql: postgres.Sql, network: string): Promise<MinedBlock[]> {
  const rows = await sql<{ number: string; hash: string; transactions: string[] }[]>`
    select block_number::text as number, block_hash as hash, array_agg(distinct transaction) as transactions from (
      select block_number, block_hash, hash as transaction from settlements where network = ${network} and state = 'mined' and not final
      union all select block_number, block_hash, transaction from foreign_settlements where network = ${network} and not final
    ) mined group by block_number, block_hash order by mined.block_number desc limit 1000`;
  return rows.map((row) => ({ ...row, number: BigInt(row.number) }));
}

/** So deep that nobody looks again; the signed bytes have done their work. */
export async function recordFinal(sql: postgres.Sql, network: string, upTo: bigint): Promise<void> {
  await sql`
    with foreigners as (
      update foreign_settlements set final = true where network = ${network} and not final and block_number <= ${upTo.toString()}::text::bigint
    )
    update settlements set final = true, raw = null
    where network = ${network} and state = 'mined' and not final and block_number <= ${upTo.toString()}::text::bigint`;
}

/**
 * Its block is not part of the chain any more: the transaction waits again, its payments are not settled. Of somebody else's
 * nobody knows whether it comes again, so its payments are as if it had never been.
 */
export async function recordReorganised(sql: postgres.Sql, hash: string): Promise<void> {
  await sql`
    with back as (
      update settlements set state = 'sent', block_number = null, block_hash = null, gas_used = null, gas_price = null, mined_at = null, sent_at = now()
      where hash = ${hash} and state = 'mined' returning payment_ids
    ), foreigners as (
      delete from foreign_settlements where transaction = ${hash} returning payment_id
    ), touched as (
      select unnest(payment_ids) as id, false as foreigner from back union all select payment_id, true from foreigners
    ), moved as (
      update payments p set state = 'queued', closed_at = null, block_number = null, gas_used = null, gas_fee = null,
        transaction = case when not t.foreigner then p.transaction end from touched t
      where p.id = t.id and p.state = 'settled' and p.transaction = ${hash} returning p.id, p.payer, p.amount
    ), held as (
      insert into open_payments (payment_id, payer, amount, admitted, held_until) select id, payer, amount, true, now() + interval '4 seconds' from moved
      on conflict do nothing
    )
    insert into payment_events (payment_id, step, at, note) select id, 'reorganised', now(), ${hash}::text from moved order by id`;
}

/** Its payments stand in another block now, with the same outcome. */
export async function recordBlock(sql: postgres.Sql, hash: string, block: { number: bigint; hash: string }): Promise<void> {
  const number = block.number.toString();
  await sql`
    with foreigners as (
      update foreign_settlements set block_number = ${number}::text::bigint, block_hash = ${block.hash} where transaction = ${hash} returning payment_id
    )
    update payments set block_number = ${number}::text::bigint
    where transaction = ${hash} and id = any(array(
      select unnest(payment_ids) from settlements where hash = ${hash} union all select payment_id from foreigners))`;
}
