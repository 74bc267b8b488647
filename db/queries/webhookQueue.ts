import "server-only";
import type postgres from "postgres";
import type { DeliveryState, WebhookEventType } from "../schema/webhooks";

/** A delivery as whoever sends it needs it. */
export type DueDelivery = {
  id: string;
  attempts: number;
  eventId: string;
  type: WebhookEventType;
  data: Record<string, unknown>;
  at: Date;
  endpointId: string;
  url: string;
  host: string;
  secret: Uint8Array;
  /** Null where the secret before this one signs no more. */
  previousSecret: Uint8Array | null;
};

export type Tried = {
  id: string;
  endpointId: string;
  state: DeliveryState;
  at: Date;
  ms: number;
  status: number | null;
  error: string | null;
  /** When it is due again, where it is. */
  dueAt: Date;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  answer: string;
  /** Why the endpoint takes no more. */
  switchOff: string | null;
  /** Says something about the endpoint's health: a test does not. */
  counts: boolean;
};

export type Bounds = {
  now: Date;
  holdSeconds: number;
  most: number;
  perHost: number /** Under way in this process. */;
  busy: Map<string, number>;
};

const read = (sql: postgres.Sql, now: string) => sql`
  d.id::text, d.attempts, d.event_id as "eventId", v.type, v.data, v.at, d.endpoint_id as "endpointId", e.url, e.host, e.secret,
  case when e.previous_until > ${now}::text::timestamptz then e.previous_secret end as "previousSecret"`;

/**
 * Takes what is due, as the queue that it is: nobody else gets the same rows for `holdSeconds`. No host gets more than its
 * share, so whoever is slow holds nobody else up.
 */
export async function takeDue(sql: postgres.Sql, { now, holdSeconds, most, perHost, busy }: Bounds): Promise<DueDelivery[]> {
  const at = now.toISOString();
  return sql<DueDelivery[]>`
    with hosts as (
      select * from json_to_recordset(${JSON.stringify([...busy].map(([host, running]) => ({ host, running })))}::text::json) as h(host text, running int)
    ), due as (
      select d.id, e.host, d.due_at from webhook_endpoints e cross join lateral (
        select id, due_at from webhook_deliveries d
        where d.endpoint_id = e.id and d.state = 'pending' and d.due_at <= ${at}::text::timestamptz and (d.held_until is null or d.held_until < ${at}::text::timestamptz)
        order by d.due_at limit ${perHost} for update skip locked
      ) d where e.state = 'on'
    ), ranked as (
      select due.id, due.due_at, row_number() over (partition by due.host order by due.due_at) + coalesce(h.running, 0) as place
      from due left join hosts h on h.host = due.host
    ), taken as (
      update webhook_deliveries set held_until = ${at}::text::timestamptz + make_interval(secs => ${holdSeconds})
      where id in (select id from ranked where place <= ${perHost} order by due_at limit ${most}) returning id, attempts, event_id, endpoint_id
    )
    select ${read(sql, at)} from taken d join webhook_events v on v.id = d.event_id join webhook_endpoints e on e.id = d.endpoint_id`;
}

/** A test of one endpoint, taken by whoever asks for it. Null when it isn't this account's. */
export async function takeTest(
  sql: postgres.Sql,
  account: string,
  endpointId: string,
  event: { id: string; data: unknown; holdSeconds: number },
) {
  const now = new Date().toISOString();
  const [row] = await sql<DueDelivery[]>`
    with v as (
      insert into webhook_events (id, account, type, data)
      select ${event.id}, e.account, 'webhook.test', ${JSON.stringify(event.data)}::text::jsonb from webhook_endpoints e where e.id = ${endpointId} and e.account = ${account}
      returning id, account, type, data, at
    ), d as (
      insert into webhook_deliveries (event_id, endpoint_id, account, held_until)
      select id, ${endpointId}, account, now() + make_interval(secs => ${event.holdSeconds}) from v returning id, attempts, event_id, endpoint_id
    )
    select ${read(sql, now)} from d join v on true join webhook_endpoints e on e.id = d.endpoint_id`;
  return row ?? null;
}

/** What became of a try: the log, the delivery, and what it says of its endpoint, in one statement. */
export async function recordTry(sql: postgres.Sql, tried: Tried): Promise<void> {
  const { id, endpointId, state, at, ms, status, error, dueAt, switchOff, counts } = tried;
  const when = at.toISOString();
  await sql`
    with d as (
      update webhook_deliveries set state = ${state}, attempts = attempts + 1, due_at = ${dueAt.toISOString()}::text::timestamptz, held_until = null,
        last_at = ${when}::text::timestamptz, last_status = ${status}, last_ms = ${ms}, last_error = ${error} where id = ${id} returning id, account
    ), told as materialized (
      select pg_notify('coinslot_changed', account) from d
    ), logged as (
      insert into webhook_attempts (delivery_id, at, status, ms, error, url, request_headers, request_body, answer)
      select id, ${when}::text::timestamptz, ${status}::int, ${ms}::int, ${error}::text, ${tried.url}, ${JSON.stringify(tried.requestHeaders)}::text::jsonb,
        ${tried.requestBody}, ${tried.answer} from d
    ), given_up as (
      update webhook_deliveries set state = 'given_up', held_until = null, last_error = coalesce(last_error, 'The endpoint was switched off.')
      where ${switchOff !== null} and endpoint_id = ${endpointId} and state = 'pending' and id <> ${id}
    )
    update webhook_endpoints set state = case when ${switchOff !== null} then 'off' else state end, off_reason = coalesce(${switchOff}::text, off_reason),
      failing_since = case when ${error === null} then null else coalesce(failing_since, ${when}::text::timestamptz) end
    where id = ${endpointId} and ${counts} and (failing_since is not null or ${error !== null}) and (select count(*) from told) >= 0`;
}

/** Since when nothing has got through to an endpoint. */
export async function failingSince(sql: postgres.Sql, endpointId: string): Promise<Date | null> {
  const [row] = await sql<{ since: Date | null }[]>`select failing_since as since from webhook_endpoints where id = ${endpointId}`;
  return row?.since ?? null;
}

/** What is older than this is dropped, with its log. */
export async function dropOld(sql: postgres.Sql, before: Date): Promise<void> {
  const at = before.toISOString();
  await sql`
    with old as (
      delete from webhook_events where id in (select id from webhook_events where at < ${at}::text::timestamptz order by at limit 5000) returning id
    ), gone as (
      delete from webhook_deliveries where event_id in (select id from old)
    )
    delete from webhook_attempts where id in (select id from webhook_attempts where at < ${at}::text::timestamptz order by at limit 20000)`;
}
