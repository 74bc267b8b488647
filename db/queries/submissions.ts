import "server-only";
import type postgres from "postgres";

/** An answer on its way into the ledger, with the times of the steps before it. */
export type KeptWork = {
  runningAt?: Date;
  answeredAt: Date;
  answer: { status: number; contentType: string; body: string };
  keepSeconds: number;
};

export type Submission = { id: string; work?: KeptWork | undefined };

export type NewSettlement = {
  hash: string;
  network: string;
  sender: string;
  accountNonce: number;
  raw: Buffer;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
};

export type Submitted =
  | { kind: "submitted" }
  /** These are still ours to send; the others were given up or sent by somebody else. Nothing was written. */
  | { kind: "changed"; ours: string[] }
  /** The account's nonce was used by another process. Nothing was written. */
  | { kind: "overtaken" };

/**
 * → submitted, for a whole batch, with its answers and the signed bytes, before anything is broadcast: all of it or
 * nothing, in one statement. The account's nonce moves on in the same one, so no two processes sign for the same.
 */
export async function recordSubmitted(sql: postgres.Sql, settlement: NewSettlement, batch: Submission[]): Promise<Submitted> {
  const { hash, network, sender, accountNonce, raw, maxFeePerGas, maxPriorityFeePerGas } = settlement;
  const ids = batch.map((b) => b.id);
  const account = `${network} ${sender}`;
  const [row] = await sql<{ whole: boolean; go: boolean; ours: string[] }[]>`
    with work as (select * from ${workRows(sql, batch)}),
    mine as (
      select id from payments where id = any(${ids}) and state in ('claimed', 'running', 'answered', 'queued') order by id for update
    ), whole as (select count(*) = ${ids.length} as ok from mine),
    fence as (
      update gas_accounts set next_nonce = ${accountNonce + 1}
      where id = ${account} and next_nonce = ${accountNonce} and (select ok from whole) returning 1
    ), go as (select exists (select from fence) as ok),
    kept as (${keepAnswers(sql)}),
    sent as (
      insert into settlements (hash, state, network, sender, account_nonce, raw, payment_ids, payment_count, max_fee_per_gas, max_priority_fee_per_gas)
      select ${hash}::text, 'sent', ${network}::text, ${sender}::text, ${accountNonce}::int, ${raw}::bytea, ${ids}::text[], ${ids.length}::int, ${maxFeePerGas.toString()}::text::bigint,
        ${maxPriorityFeePerGas.toString()}::text::bigint from go where ok
    ), moved as (
      update payments p set state = 'submitted', transaction = ${hash}, submitted_at = now(), answered_at = coalesce(w."answeredAt", p.answered_at)
      from mine m left join work w on w.id = m.id, go where p.id = m.id and go.ok
    ), logged as (${logSteps(sql, "submitted", hash)})
    select (select ok from whole) as whole, (select ok from go) as go, array(select id from mine) as ours`;
  if (row?.go) return { kind: "submitted" };
  return row?.whole ? { kind: "overtaken" } : { kind: "changed", ours: row?.ours ?? [] };
}

/** → submitted by a remote facilitator, which makes the transaction itself. Gives the ids that moved. */
export async function recordHandedOver(sql: postgres.Sql, batch: Submission[], to: string): Promise<Set<string>> {
  return moveOn(sql, batch, "submitted", to);
}

/** → queued: the answer is safe, the chain can't be used at the moment. Gives the ids that moved. */
export async function recordQueued(sql: postgres.Sql, batch: Submission[], why: string): Promise<Set<string>> {
  return moveOn(sql, batch, "queued", why);
}

async function moveOn(sql: postgres.Sql, batch: Submission[], state: "queued" | "submitted", note: string): Promise<Set<string>> {
  const ids = batch.map((b) => b.id);
  const from = state === "queued" ? ["claimed", "running", "answered"] : ["claimed", "running", "answered", "queued"];
  const rows = await sql<{ id: string }[]>`
    with work as (select * from ${workRows(sql, batch)}),
    mine as (select id from payments where id = any(${ids}) and state = any(${from}) order by id for update),
    go as (select true as ok),
    kept as (${keepAnswers(sql)}),
    moved as (
      update payments p set state = ${state}, submitted_at = ${state === "submitted" ? sql`now()` : sql`p.submitted_at`},
        answered_at = coalesce(w."answeredAt", p.answered_at)
      from mine m left join work w on w.id = m.id where p.id = m.id
    ), logged as (${logSteps(sql, state, note)})
    select id from mine`;
  return new Set(rows.map((r) => r.id));
}

function workRows(sql: postgres.Sql, batch: Submission[]) {
  const rows = batch.map(({ id, work }) => ({ id, ...work, ...work?.answer, answer: undefined }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as i(id text, "runningAt" timestamptz, "answeredAt" timestamptz,
    status int, "contentType" text, body text, "keepSeconds" int)`;
}

function keepAnswers(sql: postgres.Sql) {
  return sql`
    insert into answers (payment_id, status, content_type, body, expires_at)
    select w.id, w.status, w."contentType", convert_to(w.body, 'UTF8'), now() + make_interval(secs => w."keepSeconds")
    from work w join mine m on m.id = w.id, go where go.ok and w.body is not null order by w.id
    on conflict (payment_id) do nothing`;
}

function logSteps(sql: postgres.Sql, last: string, note: string) {
  return sql`
    insert into payment_events (payment_id, step, at, note)
    select m.id, s.step, s.at, s.note from mine m left join work w on w.id = m.id, go, lateral (values
      (1, 'running', w."runningAt", null), (2, 'answered', w."answeredAt", null),
      (3, 'queued', case when ${last} = 'queued' then now() else w."answeredAt" end, case when ${last} = 'queued' then ${note} end),
      (4, 'submitted', case when ${last} = 'submitted' then now() end, ${note})) as s (n, step, at, note)
    where go.ok and s.at is not null order by m.id, s.n`;
}
