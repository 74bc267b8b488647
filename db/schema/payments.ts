import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, atomic, bytea, uint256 } from "./columns";
import type { PaymentState, PaymentStep } from "./states";

/** The `tool` of payments that the built-in facilitator settles for other servers: no call of this market. */
export const FACILITATED = "facilitator";

/** The `tool` of payments from a seller to a payer that give money back: no call, and nobody's revenue. */
export const REFUND = "refund";

/**
 * The ledger: one row for each time that a payment was claimed for a request. Addresses are lower case. No index looks
 * at what changes while a payment is under way, so that its steps touch no index.
 */
export const payments = pgTable(
  "payments",
  {
    /** Begins with its time, so that new rows stand together. */
    id: text("id").primaryKey(),
    state: text("state").$type<PaymentState>().notNull(),
    tool: text("tool").notNull(),
    /** The seller's handle. */
    seller: text("seller").notNull(),
    /** The wallet whose sale it is: the seller's own, wherever the money goes to. Empty for refunds. */
    account: text("account").notNull(),
    payer: text("payer").notNull(),
    payTo: text("pay_to").notNull(),
    network: text("network").notNull(),
    asset: text("asset").notNull(),
    amount: atomic("amount").notNull(),
    nonce: text("nonce").notNull(),
    validAfter: uint256("valid_after").notNull(),
    validBefore: uint256("valid_before").notNull(),
    signature: text("signature").notNull(),
    /** Empty while the authorization is taken by this row; the row's id once it is free again. */
    freed: text("freed").notNull().default(""),
    /** The payer's own name for the call (extension `payment-identifier`). */
    identifier: text("identifier"),
    /** sha256 of method, path and canonical input: what the payment was made for. */
    fingerprint: text("fingerprint").notNull(),
    /** sha256 of the answer's bytes as they were given; null while there is none, and for refunds. */
    answerHash: text("answer_hash"),
    x402Version: smallint("x402_version").notNull(),
    client: text("client"),
    /** Why there is no answer or no settlement: a tool's reason or a protocol reason code. */
    reason: text("reason"),
    reasonMessage: text("reason_message"),
    transaction: text("transaction"),
    blockNumber: atomic("block_number"),
    /** This payment's share of its transaction's gas, and what that share cost the market, in wei: null when somebody else sent it. */
    gasUsed: atomic("gas_used"),
    gasFee: atomic("gas_fee"),
    batchSize: integer("batch_size"),
    receivedAt: at("received_at").notNull(),
    verifiedAt: at("verified_at").notNull(),
    claimedAt: at("claimed_at").notNull().defaultNow(),
    answeredAt: at("answered_at"),
    submittedAt: at("submitted_at"),
    /** When the outcome was known: settled, failed or released. */
    closedAt: at("closed_at"),
  },
  (t) => [
    uniqueIndex("payments_authorization").on(t.payer, t.nonce, t.network, t.asset, t.freed),
    uniqueIndex("payments_identifier").on(t.payer, t.identifier, t.freed).where(sql`identifier is not null`),
    index("payments_by_time").on(t.claimedAt.desc(), t.id.desc()),
    index("payments_by_account").on(t.account, t.claimedAt.desc(), t.id.desc()),
    index("payments_paid_elsewhere").on(t.payTo, t.claimedAt.desc(), t.id.desc()).where(sql`account <> pay_to`),
    index("payments_by_payer").on(t.payer, t.claimedAt.desc(), t.id.desc()),
    index("payments_by_tool").on(t.tool, t.claimedAt.desc()),
    check(
      "payments_state",
      sql`state in ('claimed', 'running', 'answered', 'queued', 'submitted', 'settled', 'failed', 'unknown', 'released')`,
    ),
    check("payments_amount", sql`amount > 0`),
    check("payments_settled_has_transaction", sql`state <> 'settled' or transaction is not null`),
    check("payments_freed", sql`(freed = '') = (state not in ('released', 'failed'))`),
  ],
);

/**
 * One row for each payment that is neither settled nor given up: what its payer's money is held for, and the queue
 * that processes take left-over work from (`for update skip locked`).
 */
export const openPayments = pgTable(
  "open_payments",
  {
    paymentId: text("payment_id").primaryKey(),
    /** The order of arrival: of a payer's holds, the earlier ones come first. */
    seq: bigint("seq", { mode: "bigint" }).generatedAlwaysAsIdentity(),
    payer: text("payer").notNull(),
    amount: atomic("amount").notNull(),
    /** Its funds were found to be there although the payer's balance is nearly spoken for. */
    admitted: boolean("admitted").notNull().default(false),
    /** Somebody works on it until then; afterwards anybody may take it over. */
    heldUntil: at("held_until").notNull(),
  },
  (t) => [index("open_payments_by_payer").on(t.payer)],
);

/** What happened to a payment, a row a step; never changed. */
export const paymentEvents = pgTable(
  "payment_events",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity(),
    paymentId: text("payment_id").notNull(),
    step: text("step").$type<PaymentStep>().notNull(),
    at: at("at").notNull(),
    /** A transaction, a reason, or whatever tells this step from others of its kind. */
    note: text("note"),
  },
  (t) => [index("payment_events_by_payment").on(t.paymentId, t.id)],
);

/** The answer as it went out or will go out. Only its payer gets it again. */
export const answers = pgTable("answers", {
  paymentId: text("payment_id").primaryKey(),
  status: integer("status").notNull(),
  contentType: text("content_type").notNull(),
  body: bytea("body").notNull(),
  expiresAt: at("expires_at").notNull(),
});
