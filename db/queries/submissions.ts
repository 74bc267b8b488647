import "server-only";
import type postgres from "postgres";

/** An answer on its way into the ledger, with the times of the steps before it. */
export type KeptWork = {
  runningAt?: Date;
  answeredAt: Date;
  answer: { status: number; contentType: string; body: string | Uint8Array } | { hash: string };
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
    with ${minesWork(sql, batch, ["claimed", "running", "answered", "queued"])}, whole as (select count(*) = ${ids.length} as ok from mine),
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
      update payments p set state = 'submitted', transaction = ${hash}, submitted_at = now(), answered_at = coalesce(m."answeredAt", p.answered_at),
        answer_hash = coalesce(${hashOf(sql)}, p.answer_hash)
      from mine m, go where p.id = m.id and go.ok
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
  const from = state === "queued" ? ["claimed", "running", "answered"] : ["claimed", "running", "answered", "queued"];
  const rows = await sql<{ id: string }[]>`
    with ${minesWork(sql, batch, from)},
    go as (select true as ok),
    kept as (${keepAnswers(sql)}),
    moved as (
      update payments p set state = ${state}, submitted_at = ${state === "submitted" ? sql`now()` : sql`p.submitted_at`},
        answered_at = coalesce(m."answeredAt", p.answered_at), answer_hash = coalesce(${hashOf(sql)}, p.answer_hash)
      from mine m where p.id = m.id
    ), logged as (${logSteps(sql, state, note)})
    select id from mine`;
  return new Set(rows.map((r) => r.id));
}

/**
 * `mine`: of this batch, the payments that are in one of these states, locked, each with its work. All that follows reads
 * from it alone: joined anew in each step, a batch would cost the square of its size.
 */
function minesWork(sql: postgres.Sql, batch: Submission[], from: string[]) {
  const rows = batch.map(({ id, work }) => ({ id, ...work, ...(work ? wireAnswer(work.answer) : {}), answer: undefined }));
  return sql`mine as (
    select w.* from json_to_recordset(${JSON.stringify(rows)}::text::json) as w(id text, "runningAt" timestamptz, "answeredAt" timestamptz,
      status int, "contentType" text, body text, bytes text, hash text, "keepSeconds" int)
    join payments p on p.id = w.id where p.state = any(${from}) order by w.id for update of p)`;
}

/** JSON has no bytes: what is not text goes as base64. */
function wireAnswer(answer: KeptWork["answer"]): Record<string, unknown> {
  if ("hash" in answer) return answer;
  const { body, ...rest } = answer;
  if (typeof body === "string") return answer;
  return { ...rest, bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("base64") };
}

/** Of an answer that flows nothing is there yet, not even bytes: its hash comes with its end. */
function hashOf(sql: postgres.Sql) {
  return sql`case when m.hash is not null then m.hash when m.bytes is not null then encode(sha256(decode(m.bytes, 'base64')), 'hex')
    when m.body <> '' then encode(sha256(convert_to(m.body, 'UTF8')), 'hex') end`;
}

function keepAnswers(sql: postgres.Sql) {
  return sql`
    insert into answers (payment_id, status, content_type, body, expires_at)
    select m.id, m.status, m."contentType", case when m.bytes is null then convert_to(m.body, 'UTF8') else decode(m.bytes, 'base64') end,
      now() + make_interval(secs => m."keepSeconds")
    from mine m, go where go.ok and (m.body is not null or m.bytes is not null)
    on conflict (payment_id) do nothing`;
}

function logSteps(sql: postgres.Sql, last: string, note: string) {
  return sql`
    insert into payment_events (payment_id, step, at, note)
    select m.id, s.step, s.at, s.note from mine m, go, lateral (values
      (1, 'running', m."runningAt", null), (2, 'answered', m."answeredAt", null),
      (3, 'queued', case when ${last} = 'queued' then now() else m."answeredAt" end, case when ${last} = 'queued' then ${note} end),
      (4, 'submitted', case when ${last} = 'submitted' then now() end, ${note})) as s (n, step, at, note)
    where go.ok and s.at is not null order by m.id, s.n`;
}
