import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** What operators of the market did to listings, and why; only added to. */
export const operatorActions = pgTable(
  "operator_actions",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The operator's wallet, lower case. */
    operator: text("operator").notNull(),
    listingId: text("listing_id").notNull(),
    action: text("action").$type<"remove" | "restore">().notNull(),
    reason: text("reason").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("operator_actions_by_listing").on(t.listingId, t.id)],
);
