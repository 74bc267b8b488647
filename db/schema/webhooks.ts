import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, bytea } from "./columns";

/** What a seller can be told of. `webhook.test` is sent on demand alone, whatever was chosen. */
export const WEBHOOK_EVENTS = [
  "payment.settled",
  "payment.failed",
  "refund.settled",
  "refund.failed",
  "dispute.opened",
  "dispute.answered",
  "dispute.lost",
  "listing.published",
  "listing.off",
  "allowance.low",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export type WebhookEventType = WebhookEvent | "webhook.test";

/** Where a seller is told. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    id: text("id").primaryKey(),
    /** The seller's wallet, lower case. */
    account: text("account").notNull(),
    url: text("url").notNull(),
    /** Of the address: deliveries to one host are bounded together. */
    host: text("host").notNull(),
    description: text("description").notNull().default(""),
    events: text("events").array().$type<WebhookEvent[]>().notNull(),
    /** Sealed for `webhook <id>`; the one before it signs too until its time is up. */
    secret: bytea("secret").notNull(),
    previousSecret: bytea("previous_secret"),
    previousUntil: at("previous_until"),
    state: text("state").$type<"on" | "off">().notNull().default("on"),
    /** Why the market switched it off; null where its seller did. */
    offReason: text("off_reason"),
    /** Since when nothing has got through. */
    failingSince: at("failing_since"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("webhook_endpoints_by_account").on(t.account, t.createdAt),
    index("webhook_endpoints_on").on(t.account).where(sql`state = 'on'`),
    check("webhook_endpoints_state", sql`state in ('on', 'off')`),
  ],
);

/** What happened, once. Only what somebody wants to be told of is kept. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    /** The same whenever the same thing is noted again: receivers tell copies by it. */
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    type: text("type").$type<WebhookEventType>().notNull(),
    /** The payment or the listing that it is about. */
    subject: text("subject"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("webhook_events_by_subject").on(t.subject), index("webhook_events_by_time").on(t.at)],
);

/** `pending`: due, or on its way. `given_up`: nobody tries again by himself. */
export type DeliveryState = "pending" | "delivered" | "given_up";

/** An event on its way to one endpoint: the queue that processes take work from (`for update skip locked`). */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: text("event_id").notNull(),
    endpointId: text("endpoint_id").notNull(),
    account: text("account").notNull(),
    state: text("state").$type<DeliveryState>().notNull().default("pending"),
    /** Tries since it was last asked for. */
    attempts: integer("attempts").notNull().default(0),
    dueAt: at("due_at").notNull().defaultNow(),
    /** Somebody sends it until then; afterwards anybody may. */
    heldUntil: at("held_until"),
    lastAt: at("last_at"),
    lastStatus: integer("last_status"),
    lastMs: integer("last_ms"),
    /** Why the last try was none; null after a good one. */
    lastError: text("last_error"),
  },
  (t) => [
    uniqueIndex("webhook_deliveries_once").on(t.eventId, t.endpointId),
    index("webhook_deliveries_due").on(t.endpointId, t.dueAt).where(sql`state = 'pending'`),
    index("webhook_deliveries_next").on(t.dueAt).where(sql`state = 'pending'`),
    index("webhook_deliveries_by_account").on(t.account, t.id.desc()),
    index("webhook_deliveries_by_endpoint").on(t.endpointId, t.id.desc()),
    check("webhook_deliveries_state", sql`state in ('pending', 'delivered', 'given_up')`),
  ],
);

/** Each try: what was sent and what came back, cut to what people read. Kept for 30 days. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    deliveryId: bigint("delivery_id", { mode: "bigint" }).notNull(),
    at: at("at").notNull(),
    /** Null where no answer came. */
    status: integer("status"),
    ms: integer("ms").notNull(),
    error: text("error"),
    url: text("url").notNull(),
    requestHeaders: jsonb("request_headers").$type<Record<string, string>>().notNull(),
    requestBody: text("request_body").notNull(),
    answer: text("answer").notNull(),
  },
  (t) => [index("webhook_attempts_by_delivery").on(t.deliveryId, t.id), index("webhook_attempts_by_time").on(t.at)],
);
