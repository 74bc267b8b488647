import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, atomic, bytea } from "./columns";

/** `sent`: signed, maybe on its way. `mined`: on the chain. `dropped`: another took its place, it never will be. */
export type SettlementState = "sent" | "mined" | "dropped";

/** Each transaction of ours that settles payments; written with its signed bytes before it is broadcast. */
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

/**
 * Payments that somebody else's transaction settled: a remote facilitator's, or whoever copied one from the mempool. With
 * `settlements.payment_ids` it leads from a transaction to its payments, which no index on `payments` does: the
 * transaction comes and changes while a payment is under way, and each time every index of its row would be written anew.
 */
export const foreignSettlements = pgTable(
  "foreign_settlements",
  {
    transaction: text("transaction").notNull(),
    paymentId: text("payment_id").notNull(),
    network: text("network").notNull(),
    blockNumber: atomic("block_number").notNull(),
    blockHash: text("block_hash").notNull(),
    final: boolean("final").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.transaction, t.paymentId] }), index("foreign_settlements_open").on(t.network).where(sql`not final`)],
);

/** The next nonce of each account that pays gas. Whoever signs moves it in the same statement that keeps the bytes. */
export const gasAccounts = pgTable("gas_accounts", {
  /** network and address. */
  id: text("id").primaryKey(),
  nextNonce: integer("next_nonce").notNull(),
});
