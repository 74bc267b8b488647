import "server-only";
import type postgres from "postgres";
import type { Delivery } from "../schema/usages";

/** Amounts are atomic, decimal text. */
export type Usage = { quoted: string; used: string | null; delivery: Delivery };

/** Nobody who lets an answer flow is silent for longer than this. */
export const FLOW_LEASE_SECONDS = 60;

export async function findUsage(sql: postgres.Sql, paymentId: string): Promise<Usage | null> {
  const [row] = await sql<Usage[]>`
    select quoted::text, used::text, case when delivery = 'flowing' and held_until < now() then 'broken' else delivery end as delivery
    from usages where payment_id = ${paymentId}`;
  return row ? { ...row } : null;
}

/** What a whole answer was quoted at, and what it used. */
export async function recordUsage(sql: postgres.Sql, paymentId: string, quoted: bigint, used: bigint): Promise<void> {
  await sql`
    insert into usages (payment_id, quoted, used, delivery, ended_at)
    values (${paymentId}, ${quoted.toString()}, ${used.toString()}, 'whole', now()) on conflict do nothing`;
}

/** An answer has its first part, and will flow once it is paid for. */
export async function beginFlow(sql: postgres.Sql, paymentId: string, quoted: bigint): Promise<void> {
  await sql`
    insert into usages (payment_id, quoted, delivery, held_until)
    values (${paymentId}, ${quoted.toString()}, 'flowing', now() + make_interval(secs => ${FLOW_LEASE_SECONDS})) on conflict do nothing`;
}

export async function holdFlow(sql: postgres.Sql, paymentId: string): Promise<void> {
  await sql`
    update usages set held_until = now() + make_interval(secs => ${FLOW_LEASE_SECONDS}) where payment_id = ${paymentId} and delivery = 'flowing'`;
}

export type FlowOutcome = {
  delivery: Exclude<Delivery, "flowing">;
  used: bigint | null;
  contentType: string;
  body: Uint8Array;
  /** sha256 of all that flowed, kept or not. */
  hash: string;
  keepSeconds: number;
};

/** The flow is over: what was used, how it ended, and what of it there is to give again. Whoever waits for it is told. */
export async function endFlow(sql: postgres.Sql, paymentId: string, outcome: FlowOutcome): Promise<void> {
  const { delivery, used, contentType, body, hash, keepSeconds } = outcome;
  await sql`
    with ended as (
      update usages set delivery = ${delivery}, used = least(${used?.toString() ?? null}::bigint, quoted), ended_at = now(), held_until = null
      where payment_id = ${paymentId} and delivery = 'flowing' returning payment_id
    ), kept as (
      insert into answers (payment_id, status, content_type, body, expires_at)
      select payment_id, 200, ${contentType}::text, ${Buffer.from(body)}::bytea, now() + make_interval(secs => ${keepSeconds}) from ended
      on conflict (payment_id) do update set body = excluded.body, expires_at = excluded.expires_at
    ), hashed as (
      update payments p set answer_hash = ${hash} from ended e where p.id = e.payment_id
    ), logged as (
      insert into payment_events (payment_id, step, at, note) select payment_id, 'flowed', now(), ${delivery}::text from ended
    )
    select pg_notify('coinslot_closed', payment_id) from ended`;
}

/** The payment came to nothing, and so did its answer. */
export async function dropFlow(sql: postgres.Sql, paymentId: string): Promise<void> {
  await sql`delete from usages where payment_id = ${paymentId} and delivery = 'flowing'`;
}

/** Answers that flowed in a process that is gone: they broke off. */
export async function breakLostFlows(sql: postgres.Sql): Promise<void> {
  await sql`
    with lost as (
      update usages set delivery = 'broken', ended_at = now(), held_until = null
      where delivery = 'flowing' and held_until < now() returning payment_id
    )
    insert into payment_events (payment_id, step, at, note) select payment_id, 'flowed', now(), 'broken' from lost`;
}
