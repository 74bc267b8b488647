import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, atomic, bytea, uint256 } from "./columns";

/** `manual`: by the seller. `automatic`: by a rule of the market's. `dispute`: since a payer complained, by either. */
export type RefundKind = "manual" | "automatic" | "dispute";

/** `signature`: the seller signed this one transfer. `allowance`: out of what the seller allowed the market to give back. */
export type RefundWay = "signature" | "allowance";

/**
 * What the view `refund_states` makes of a refund; it is kept nowhere, so that it can't differ from the ledger.
 * `reserved`: waits for the seller's signature. `expired`: none came in time. `cancelled`: given up before anything was
 * signed. `owed`: waits for an allowance. `pending`, `unknown`, `settled`, `failed`: as of payments.
 */
export const REFUND_STATES = ["reserved", "expired", "cancelled", "owed", "pending", "unknown", "settled", "failed"] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** Money that goes back, or is to. Its state is in the view `refund_states` (columns id, state, transaction, closed_at, failure). */
export const refunds = pgTable(
  "refunds",
  {
    /** `ref_…` */
    id: text("id").primaryKey(),
    /** The payment that it gives back, of whole or of part. */
    paymentId: text("payment_id").notNull(),
    tool: text("tool").notNull(),
    /** The seller's wallet, lower case: whose sale the payment is. */
    account: text("account").notNull(),
    /** Who paid, and gets it back. */
    payer: text("payer").notNull(),
    amount: atomic("amount").notNull(),
    kind: text("kind").$type<RefundKind>().notNull(),
    way: text("way").$type<RefundWay>().notNull(),
    /** The rule by which it is due, where one is. */
    rule: text("rule"),
    reason: text("reason").notNull(),
    /** The seller's own words, for everybody to read. */
    words: text("words").notNull().default(""),
    network: text("network").notNull(),
    asset: text("asset").notNull(),
    /** By signature: the row of the ledger that settles it, which is there once the signature was taken. */
    ledgerId: text("ledger_id").unique(),
    /** By signature: what the transfer is to be signed with. Chosen here, so that one refund can never be two transfers. */
    nonce: text("nonce"),
    validBefore: uint256("valid_before"),
    /** By signature: until when it waits for one. */
    expiresAt: at("expires_at"),
    /** By signature: a good one came, so that it may settle until `valid_before`. By allowance: its transaction was signed. */
    signedAt: at("signed_at"),
    cancelledAt: at("cancelled_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("refunds_by_payment").on(t.paymentId),
    index("refunds_by_account").on(t.account, t.createdAt.desc(), t.id.desc()),
    index("refunds_by_time").on(t.createdAt),
    index("refunds_owed").on(t.createdAt).where(sql`way = 'allowance' and cancelled_at is null and signed_at is null`),
    uniqueIndex("refunds_by_rule").on(t.paymentId, t.rule).where(sql`rule is not null`),
    check("refunds_amount", sql`amount > 0`),
    check(
      "refunds_way",
      sql`(way = 'signature') = (ledger_id is not null and nonce is not null and valid_before is not null and expires_at is not null)`,
    ),
  ],
);

/** What sellers allowed the market to give back for them (EIP-2612 permits), the newest of each counts. 0 revokes. */
export const refundAllowances = pgTable(
  "refund_allowances",
  {
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    network: text("network").notNull(),
    amount: uint256("amount").notNull(),
    /** The permit's nonce in the token. */
    nonce: uint256("nonce").notNull(),
    deadline: uint256("deadline").notNull(),
    signature: text("signature").notNull(),
    /** The seller wants to be told when less is left. */
    warnBelow: atomic("warn_below"),
    /** Why the token would not take it; then it was not sent. */
    failure: text("failure"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("refund_allowances_by_account").on(t.account, t.createdAt.desc())],
);

/**
 * `sent`: signed, maybe on its way. `mined`: on the chain, and it worked. `reverted`: on the chain, and nothing moved.
 * `replaced`: another of the same account nonce was mined. `displaced`: somebody else used the account's nonce.
 */
export type RefundTransactionState = "sent" | "mined" | "reverted" | "replaced" | "displaced";

/** Every transaction of the refunder's account, which makes no others; written with its signed bytes before it is broadcast. */
export const refundTransactions = pgTable(
  "refund_transactions",
  {
    hash: text("hash").primaryKey(),
    state: text("state").$type<RefundTransactionState>().notNull().default("sent"),
    network: text("network").notNull(),
    sender: text("sender").notNull(),
    accountNonce: integer("account_nonce").notNull(),
    /** Signed first for this nonce; the others only offer more for the gas. A refund gets one nonce, once and for all. */
    first: boolean("first").notNull(),
    refundId: text("refund_id"),
    allowanceId: text("allowance_id"),
    raw: bytea("raw"),
    maxFeePerGas: atomic("max_fee_per_gas").notNull(),
    maxPriorityFeePerGas: atomic("max_priority_fee_per_gas").notNull(),
    blockNumber: atomic("block_number"),
    blockHash: text("block_hash"),
    gasUsed: atomic("gas_used"),
    /** wei a gas, as it was paid. */
    gasPrice: atomic("gas_price"),
    sentAt: at("sent_at").notNull().defaultNow(),
    minedAt: at("mined_at"),
    final: boolean("final").notNull().default(false),
  },
  (t) => [
    uniqueIndex("refund_transactions_nonce").on(t.network, t.sender, t.accountNonce).where(sql`first`),
    uniqueIndex("refund_transactions_refund").on(t.refundId).where(sql`first and refund_id is not null`),
    uniqueIndex("refund_transactions_allowance").on(t.allowanceId).where(sql`first and allowance_id is not null`),
    index("refund_transactions_of_refund").on(t.refundId),
    index("refund_transactions_of_allowance").on(t.allowanceId),
    index("refund_transactions_open").on(t.network, t.accountNonce).where(sql`not final`),
    check("refund_transactions_purpose", sql`(refund_id is null) <> (allowance_id is null)`),
    check("refund_transactions_state", sql`state in ('sent', 'mined', 'reverted', 'replaced', 'displaced')`),
  ],
);

/** `open`: the seller's turn. `refunded`, `declined`: the seller's answer. `lost`: none came in time. `withdrawn`: by the payer. */
export const DISPUTE_STATES = ["open", "refunded", "declined", "lost", "withdrawn"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** What payers complain of: one for each payment, for ever. */
export const disputes = pgTable(
  "disputes",
  {
    /** `dis_…` */
    id: text("id").primaryKey(),
    paymentId: text("payment_id").notNull().unique(),
    /** The seller's wallet, lower case. */
    account: text("account").notNull(),
    payer: text("payer").notNull(),
    tool: text("tool").notNull(),
    amount: atomic("amount").notNull(),
    reason: text("reason").notNull(),
    words: text("words").notNull().default(""),
    state: text("state").$type<DisputeState>().notNull().default("open"),
    sellerWords: text("seller_words"),
    openedAt: at("opened_at").notNull().defaultNow(),
    /** Without an answer by then, it is lost. */
    dueAt: at("due_at").notNull(),
    /** When its state was last changed. */
    answeredAt: at("answered_at"),
    /** The refund that settles it, once there is one. */
    refundId: text("refund_id"),
  },
  (t) => [
    index("disputes_by_account").on(t.account, t.openedAt.desc(), t.id.desc()),
    index("disputes_by_payer").on(t.payer, t.openedAt),
    index("disputes_by_tool").on(t.tool, t.openedAt),
    index("disputes_open").on(t.dueAt).where(sql`state = 'open'`),
    check("disputes_state", sql`state in ('open', 'refunded', 'declined', 'lost', 'withdrawn')`),
  ],
);

/** Work that one process does at a time. */
export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  heldUntil: at("held_until").notNull(),
});
