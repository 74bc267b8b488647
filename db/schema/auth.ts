import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A sign-in nonce: good once, for a few minutes. */
export const signInNonces = pgTable("sign_in_nonces", {
  nonce: text("nonce").primaryKey(),
  expiresAt: at("expires_at").notNull(),
});

/** Who is signed in; the cookie holds the token, the table only its sha256. */
export const sessions = pgTable("sessions", {
  tokenHash: text("token_hash").primaryKey(),
  /** Lower case. */
  address: text("address").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
});
