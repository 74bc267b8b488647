import "server-only";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type WebhookEvent, webhookAttempts, webhookDeliveries, webhookEndpoints } from "../schema/webhooks";

export type Endpoint = {
  id: string;
  url: string;
  description: string;
  events: WebhookEvent[];
  state: "on" | "off";
  offReason: string | null;
  failingSince: Date | null;
  /** Until when the secret before this one signs too; null when there is none. */
  previousUntil: Date | null;
  createdAt: Date;
};

export type EndpointChange = Partial<Pick<Endpoint, "url" | "description" | "events" | "state">> & { host?: string };
type NewEndpoint = typeof webhookEndpoints.$inferInsert;

const columns = {
  id: webhookEndpoints.id,
  url: webhookEndpoints.url,
  description: webhookEndpoints.description,
  events: webhookEndpoints.events,
  state: webhookEndpoints.state,
  offReason: webhookEndpoints.offReason,
  failingSince: webhookEndpoints.failingSince,
  previousUntil: sql<Date | null>`case when ${webhookEndpoints.previousUntil} > now() then ${webhookEndpoints.previousUntil} end`.mapWith(
    webhookEndpoints.previousUntil,
  ),
  createdAt: webhookEndpoints.createdAt,
};

const theirs = (account: string, id: string) => and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.account, account));

export function endpointsOf(db: Db, account: string): Promise<Endpoint[]> {
  return db.select(columns).from(webhookEndpoints).where(eq(webhookEndpoints.account, account)).orderBy(asc(webhookEndpoints.createdAt));
}

export async function endpointById(db: Db, account: string, id: string): Promise<Endpoint | null> {
  const [row] = await db.select(columns).from(webhookEndpoints).where(theirs(account, id));
  return row ?? null;
}

/** Null when the account has `most` of them already, also when several are made at once. */
export async function insertEndpoint(db: Db, row: NewEndpoint, most: number): Promise<Endpoint | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${row.account}, 410))`);
    const count = await tx.$count(webhookEndpoints, eq(webhookEndpoints.account, row.account));
    if (count >= most) return null;
    const [made] = await tx.insert(webhookEndpoints).values(row).returning(columns);
    return made ?? null;
  });
}

/** Switched on again it begins anew; switched off, what waits for it is given up. Null when it isn't this account's. */
export async function changeEndpoint(db: Db, account: string, id: string, change: EndpointChange): Promise<Endpoint | null> {
  const anew = change.state === undefined ? {} : { offReason: null, failingSince: null };
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(webhookEndpoints)
      .set({ id, ...change, ...anew })
      .where(theirs(account, id))
      .returning(columns);
    if (row?.state === "off") {
      await tx
        .update(webhookDeliveries)
        .set({ state: "given_up", heldUntil: null, lastError: "The endpoint was switched off." })
        .where(and(eq(webhookDeliveries.endpointId, id), eq(webhookDeliveries.state, "pending")));
    }
    return row ?? null;
  });
}

/** With all that was sent to it. False when it isn't this account's. */
export async function deleteEndpoint(db: Db, account: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx.delete(webhookEndpoints).where(theirs(account, id)).returning({ id: webhookEndpoints.id });
    if (gone.length === 0) return false;
    const deliveries = tx.delete(webhookDeliveries).where(eq(webhookDeliveries.endpointId, id)).returning({ id: webhookDeliveries.id });
    const dropped = tx.$with("dropped").as(deliveries);
    await tx.with(dropped).delete(webhookAttempts).where(sql`${webhookAttempts.deliveryId} in (select id from dropped)`);
    return true;
  });
}

/** The secret that is in force stays good for `overlapSeconds` beside the new one. Null when it isn't this account's. */
export async function rotateSecret(db: Db, account: string, id: string, secret: Uint8Array, overlapSeconds: number): Promise<Date | null> {
  const [row] = await db
    .update(webhookEndpoints)
    .set({
      previousSecret: sql`${webhookEndpoints.secret}`,
      previousUntil: sql`now() + make_interval(secs => ${overlapSeconds})`,
      secret,
    })
    .where(theirs(account, id))
    .returning({ until: webhookEndpoints.previousUntil });
  return row?.until ?? null;
}

/** Endpoints that the market switched off, and that their seller has not looked after yet. */
export function countDeadEndpoints(db: Db, account: string): Promise<number> {
  return db.$count(webhookEndpoints, and(eq(webhookEndpoints.account, account), isNotNull(webhookEndpoints.offReason)));
}
