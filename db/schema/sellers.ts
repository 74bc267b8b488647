import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Who sells here: a wallet that has signed in and taken a handle. Addresses are lower case. */
export const sellers = pgTable("sellers", {
  /** The wallet that signs in: the `account` of its sales in the ledger. */
  wallet: text("wallet").primaryKey(),
  /** Given once; it stands in addresses and in the ledger. */
  handle: text("handle").notNull().unique(),
  /** The handle as the eye mixes it up: no two sellers share one. */
  skeleton: text("skeleton").notNull().unique(),
  name: text("name").notNull(),
  /** The name as the eye mixes it up, letters of other scripts too. */
  nameSkeleton: text("name_skeleton").unique(),
  payTo: text("pay_to").notNull(),
  site: text("site"),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

/** Every change of a seller that others rely on, for everybody to see; never changed. */
export const sellerChanges = pgTable(
  "seller_changes",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    wallet: text("wallet").notNull(),
    field: text("field").$type<"joined" | "name" | "payTo" | "site">().notNull(),
    was: text("was"),
    becomes: text("becomes"),
    /** The text that the wallet signed for it, where one was needed, and its signature. */
    message: text("message"),
    signature: text("signature"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("seller_changes_by_wallet").on(t.wallet, t.id)],
);
