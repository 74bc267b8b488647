import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at, atomic, bytea } from "./columns";

/** `sent`: signed, maybe on its way. `mined`: on the chain. `dropped`: another took its place, it never will be. */
export type SettlementState = "sent" | "mined" | "dropped";

/**
 * Each transaction that settles payments; written with its signed bytes before it is broadcast. Somebody else's, found on
 * the chain, has no bytes.
 */
export const settlements = pgTable(
  "settlements",
  {
    hash: text("hash").primaryKey(),
    state: text("state").$type<SettlementState>().notNull(),
    network: text("network").notNull(),
    sender: text("sender").notNull(),
    accountNonce: integer("account_nonce").notNull(),
    /** The signed transaction; dropped once its block is final. */
    raw: bytea("raw"),
    paymentIds: text("payment_ids").array().notNull(),
    paymentCount: integer("payment_count").notNull(),
    /** wei a gas. */
    maxFeePerGas: atomic("max_fee_per_gas").notNull(),
    maxPriorityFeePerGas: atomic("max_priority_fee_per_gas").notNull(),
    blockNumber: atomic("block_number"),
    blockHash: text("block_hash"),
    gasUsed: atomic("gas_used"),
    /** wei a gas, as it was paid. */
    gasPrice: atomic("gas_price"),
    sentAt: at("sent_at").notNull().defaultNow(),
    minedAt: at("mined_at"),
    /** Deep enough below the head of the chain not to be looked at again. */
    final: boolean("final").notNull().default(false),
  },
  (t) => [
    index("settlements_by_block").on(t.blockNumber.desc(), t.hash),
    index("settlements_open").on(t.network, t.sender, t.accountNonce).where(sql`state = 'sent' or (state = 'mined' and not final)`),
    check("settlements_state", sql`state in ('sent', 'mined', 'dropped')`),
  ],
);

/** The next nonce of each account that pays gas. Whoever signs moves it in the same statement that keeps the bytes. */
export const gasAccounts = pgTable("gas_accounts", {
  /** network and address. */
  id: text("id").primaryKey(),
  nextNonce: integer("next_nonce").notNull(),
});
