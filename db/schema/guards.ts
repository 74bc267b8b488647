import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Terms that were named to somebody, and until when they are good for a payment whatever the price is by then. */
export const offers = pgTable(
  "offers",
  {
    /** tool, network, asset, payTo and amount, and the request where it made the price; in one text. */
    id: text("id").primaryKey(),
    tool: text("tool").notNull(),
    goodUntil: at("good_until").notNull(),
  },
  (t) => [index("offers_by_end").on(t.goodUntil)],
);

/** Payments that failed by their payer's doing after work was spent on them; who has many is slowed. */
export const payerFaults = pgTable(
  "payer_faults",
  { paymentId: text("payment_id").primaryKey(), payer: text("payer").notNull(), at: at("at").notNull().defaultNow() },
  (t) => [index("payer_faults_by_payer").on(t.payer, t.at)],
);
