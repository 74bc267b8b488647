import "server-only";
import type postgres from "postgres";
import { MAY_SETTLE } from "../schema/states";
import { type MinedRow, minedSteps, recordMined } from "./settlements";

export type SettledRow = {
  id: string;
  transaction: string;
  blockNumber: bigint;
  blockHash: string;
  gasUsed: bigint;
  gasFee: bigint;
  batchSize: number;
};

/** How long after its settlement a payer can fetch the answer, in seconds. */
export const ANSWER_KEPT_SECONDS = 24 * 60 * 60;

const text = (value: unknown) => JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? v.toString() : v));

/** `mined`: the transaction of ours that did it, which is written down in the same statement. */
export type SettledBy = { late?: boolean; mined?: MinedRow };

/**
 * → settled, from any state that money may move in; those that wait elsewhere are told. From here the payer has
 * `ANSWER_KEPT_SECONDS` to fetch the answer, which is longer than it had when the chain took its time (`late`).
 */
export async function recordSettled(sql: postgres.Sql, rows: SettledRow[], { late = false, mined }: SettledBy = {}): Promise<void> {
  if (rows.length === 0) return mined && recordMined(sql, mined);
  const transaction = mined
    ? sql`${minedSteps(
        sql,
        mined,
        rows.map((row) => row.id),
      )},`
    : sql``;
  await sql`
    with ${transaction} incoming as (
      select * from json_to_recordset(${text(rows)}::text::json)
        as i(id text, transaction text, "blockNumber" bigint, "blockHash" text, "gasUsed" bigint, "gasFee" bigint, "batchSize" int)
    ), ours as materialized (
      select s.hash from settlements s where s.hash in (select transaction from incoming)
    ), moved as (
      update payments p set state = 'settled', transaction = i.transaction, block_number = i."blockNumber", gas_used = i."gasUsed",
        gas_fee = case when i.transaction in (select hash from ours) then i."gasFee" end, batch_size = i."batchSize", closed_at = now(), reason = null, reason_message = null
      from incoming i where p.id = i.id and p.state = any(${[...MAY_SETTLE]}) returning p.id, p.transaction, p.network, p.block_number, i."blockHash"
    ), elsewhere as (
      insert into foreign_settlements (transaction, payment_id, network, block_number, block_hash)
      select m.transaction, m.id, m.network, m.block_number, m."blockHash" from moved m where m.transaction not in (select hash from ours) on conflict do nothing
    ), gone as (
      delete from open_payments o using moved m where o.payment_id = m.id
    ), kept as (
      update answers a set expires_at = now() + make_interval(secs => ${ANSWER_KEPT_SECONDS})
      from moved m where a.payment_id = m.id and ${late}
    ), logged as (
      insert into payment_events (payment_id, step, at, note)
      select id, 'settled', now(), transaction from moved order by id
    ), told as (
      -- A notice holds 8,000 bytes, an id has 26.
      select pg_notify('coinslot_closed', string_agg(id, ','))
      from (select id, (row_number() over ()) / 250 as part from moved) parts group by part
    )
    select count(*) from told`;
}

/** How far a payment had come when it turned out to be impossible: never sent, or sent in this transaction. */
export type FailedAs = { state: "unsent" } | { state: "sent"; transaction: string | null };

/**
 * → failed: it can't settle, no money moved. The answer is dropped, nobody paid for it. False when the payment has gone
 * another way meanwhile, in this process or another: then nothing is known to have failed. `fault`: by the payer's doing.
 */
export async function recordFailed(
  sql: postgres.Sql,
  id: string,
  as: FailedAs,
  why: { reason: string; message: string; fault: boolean },
): Promise<boolean> {
  const from = as.state === "unsent" ? ["answered", "queued"] : ["submitted", "unknown"];
  const transaction = as.state === "sent" ? as.transaction : null;
  const [row] = await sql<{ moved: number }[]>`
    with moved as (
      update payments set state = 'failed', freed = id, reason = ${why.reason}, reason_message = ${why.message}, closed_at = now()
      where id = ${id} and state = any(${from})
        and (${as.state === "unsent"} or transaction is not distinct from ${transaction}::text) returning id, payer
    ), gone as (
      delete from open_payments o using moved m where o.payment_id = m.id
    ), dropped as (
      delete from answers a using moved m where a.payment_id = m.id
    ), blamed as (
      insert into payer_faults (payment_id, payer) select id, payer from moved where ${why.fault} on conflict do nothing
    ), logged as (
      insert into payment_events (payment_id, step, at, note) select id, 'failed', now(), ${why.reason}::text from moved
    ), told as (
      select pg_notify('coinslot_closed', id) from moved
    )
    select (select count(*) from moved)::int as moved, (select count(*) from told) as told`;
  return row?.moved === 1;
}

/** submitted or queued → unknown: the payer's wait is over, the chain has not told. */
export async function recordUnknown(sql: postgres.Sql, id: string): Promise<void> {
  await sql`
    with moved as (update payments set state = 'unknown' where id = ${id} and state = 'submitted' returning id)
    insert into payment_events (payment_id, step, at) select id, 'unknown', now() from moved`;
}
