import "server-only";
import type postgres from "postgres";
import type { StoredAnswer } from "./answers";

/** A payment can be given up until it is on its way to the chain. */
export type ReleasedFrom = "claimed" | "running" | "answered" | "queued";

export type Release = {
  id: string;
  from: readonly ReleasedFrom[];
  reason: string;
  message: string;
  /** What the payer is told; waiting copies are told the same. */
  answer: StoredAnswer;
  keepSeconds: number;
};

/** → released: no money moved, the authorization is free again. False when the payment had gone on to settlement. */
export async function releaseClaim(sql: postgres.Sql, release: Release): Promise<boolean> {
  const { id, from, reason, message, answer, keepSeconds } = release;
  const [row] = await sql<{ moved: number }[]>`
    with moved as (
      update payments set state = 'released', freed = id, closed_at = now(), reason = ${reason}, reason_message = ${message}
      where id = ${id} and state = any(${from as string[]}) returning id
    ), gone as (
      delete from open_payments o using moved m where o.payment_id = m.id
    ), kept as (
      insert into answers (payment_id, status, content_type, body, expires_at)
      select id, ${answer.status}::int, ${answer.contentType}::text, ${Buffer.from(answer.body)}::bytea, now() + make_interval(secs => ${keepSeconds}) from moved
      on conflict (payment_id) do update set status = excluded.status, content_type = excluded.content_type, body = excluded.body,
        expires_at = excluded.expires_at
    ), logged as (
      insert into payment_events (payment_id, step, at, note) select id, 'released', now(), ${reason}::text from moved
    ), told as (
      select pg_notify('coinslot_closed', id) from moved
    )
    select (select count(*) from moved)::int as moved, (select count(*) from told) as told`;
  return row?.moved === 1;
}
