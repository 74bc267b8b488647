import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { at, atomic } from "./columns";

/**
 * How an answer went out. `flowing`: its parts are on their way. `whole`: all of it. `broken`: its source failed after
 * it had begun. `left`: the reader went away before the end.
 */
export const DELIVERIES = ["flowing", "whole", "broken", "left"] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Of payments whose price was made for their request, or whose answer flows: what was asked for, and what was used of it. */
export const usages = pgTable(
  "usages",
  {
    paymentId: text("payment_id").primaryKey(),
    /** What the payer was told and paid, atomic. */
    quoted: atomic("quoted").notNull(),
    /** What of it was used, atomic; null where nobody knows. */
    used: atomic("used"),
    delivery: text("delivery").$type<Delivery>().notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
    /** Whoever lets it flow says so again before this; afterwards it counts as broken. */
    heldUntil: at("held_until"),
  },
  (t) => [
    index("usages_flowing").on(t.heldUntil).where(sql`delivery = 'flowing'`),
    index("usages_broken").on(t.endedAt).where(sql`delivery = 'broken'`),
    check("usages_delivery", sql`delivery in ('flowing', 'whole', 'broken', 'left')`),
    check("usages_used", sql`used is null or (used >= 0 and used <= quoted)`),
    check("usages_held", sql`(delivery = 'flowing') = (held_until is not null)`),
  ],
);
