import "server-only";
import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import {
  type DeliveryState,
  type WebhookEventType,
  webhookAttempts,
  webhookDeliveries,
  webhookEndpoints,
  webhookEvents,
} from "../schema/webhooks";

export type Delivery = {
  id: bigint;
  eventId: string;
  type: WebhookEventType;
  subject: string | null;
  endpointId: string;
  url: string;
  /** Whether the endpoint takes any. */
  endpointOn: boolean;
  state: DeliveryState;
  attempts: number;
  at: Date;
  dueAt: Date;
  lastAt: Date | null;
  lastStatus: number | null;
  lastMs: number | null;
  lastError: string | null;
};

export type Attempt = {
  at: Date;
  status: number | null;
  ms: number;
  error: string | null;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  answer: string;
};

const columns = {
  id: webhookDeliveries.id,
  eventId: webhookDeliveries.eventId,
  type: webhookEvents.type,
  subject: webhookEvents.subject,
  endpointId: webhookDeliveries.endpointId,
  url: webhookEndpoints.url,
  endpointOn: sql<boolean>`${webhookEndpoints.state} = 'on'`,
  state: webhookDeliveries.state,
  attempts: webhookDeliveries.attempts,
  at: webhookEvents.at,
  dueAt: webhookDeliveries.dueAt,
  lastAt: webhookDeliveries.lastAt,
  lastStatus: webhookDeliveries.lastStatus,
  lastMs: webhookDeliveries.lastMs,
  lastError: webhookDeliveries.lastError,
};

function found(db: Db, account: string, ...conditions: (SQL | undefined)[]) {
  return db
    .select(columns)
    .from(webhookDeliveries)
    .innerJoin(webhookEvents, eq(webhookEvents.id, webhookDeliveries.eventId))
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(and(eq(webhookDeliveries.account, account), eq(webhookEndpoints.account, account), ...conditions));
}

export type DeliveryPage = { rows: Delivery[]; hasOlder: boolean };

/** One page of what was sent, or is to be, newest first; `before` is the id of the last row of the page above. */
export async function deliveriesOf(
  db: Db,
  account: string,
  { endpointId, before, limit }: { endpointId?: string; before?: bigint; limit: number },
): Promise<DeliveryPage> {
  const rows = await found(
    db,
    account,
    endpointId ? eq(webhookDeliveries.endpointId, endpointId) : undefined,
    before === undefined ? undefined : lt(webhookDeliveries.id, before),
  )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), hasOlder: rows.length > limit };
}

/** What was sent about one payment or listing, the oldest first. */
export function deliveriesAbout(db: Db, account: string, subject: string): Promise<Delivery[]> {
  return found(db, account, eq(webhookEvents.subject, subject), eq(webhookEvents.account, account))
    .orderBy(asc(webhookDeliveries.id))
    .limit(50);
}

export async function deliveryById(db: Db, account: string, id: bigint): Promise<Delivery | null> {
  const [row] = await found(db, account, eq(webhookDeliveries.id, id));
  return row ?? null;
}

/** The tries of a delivery of this account, the newest first. */
export function attemptsOf(db: Db, account: string, id: bigint): Promise<Attempt[]> {
  const { at, status, ms, error, url, requestHeaders, requestBody, answer } = webhookAttempts;
  return db
    .select({ at, status, ms, error, url, requestHeaders, requestBody, answer })
    .from(webhookAttempts)
    .innerJoin(webhookDeliveries, eq(webhookDeliveries.id, webhookAttempts.deliveryId))
    .where(and(eq(webhookAttempts.deliveryId, id), eq(webhookDeliveries.account, account)))
    .orderBy(desc(webhookAttempts.id))
    .limit(20);
}

/** Due at once, with all its tries before it again. False when it isn't this account's, or its endpoint is off. */
export async function resendDelivery(db: Db, account: string, id: bigint): Promise<boolean> {
  const rows = await db.execute(sql`
    with again as (
      update webhook_deliveries d set state = 'pending', attempts = 0, due_at = now() from webhook_endpoints e
      where d.id = ${id} and d.account = ${account} and e.id = d.endpoint_id and e.account = ${account} and e.state = 'on' returning d.id
    )
    select pg_notify('coinslot_webhooks', ''), id from again`);
  return rows.length === 1;
}
