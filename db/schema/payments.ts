import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/** When a step was reached, to the microsecond of the server's clock. */
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const atomic = (name: string) => bigint(name, { mode: "bigint" });
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/**
 * claimed → answered → submitted → settled, failed or unknown; claimed → released when there was no
 * answer. `released` and `failed` rows moved no money and free the authorization for another try.
 */
export const PAYMENT_STATES = ["claimed", "answered", "submitted", "settled", "failed", "unknown", "released"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** The `tool` of payments that the built-in facilitator settles for other servers: no call of this market. */
export const FACILITATED = "facilitator";

/** What the payer signed (EIP-3009), as it is sent to the chain; amounts and times are decimal text. */
export type StoredAuthorization = {
  from: string;
  to: string;
  value: string;
  validAfter: string;
  validBefore: string;
  nonce: string;
};

/** The ledger: one row for each time that a payment was claimed for a request. Addresses are lower case. */
export const payments = pgTable(
  "payments",
  {
    id: text("id").primaryKey(),
    state: text("state").$type<PaymentState>().notNull(),
    tool: text("tool").notNull(),
    seller: text("seller").notNull(),
    payer: text("payer").notNull(),
    payTo: text("pay_to").notNull(),
    network: text("network").notNull(),
    asset: text("asset").notNull(),
    amount: atomic("amount").notNull(),
    nonce: text("nonce").notNull(),
    validBefore: atomic("valid_before").notNull(),
    authorization: jsonb("authorization").$type<StoredAuthorization>().notNull(),
    signature: text("signature").notNull(),
    /** sha256 of method, path and canonical input: what the payment was made for. */
    fingerprint: text("fingerprint").notNull(),
    x402Version: smallint("x402_version").notNull(),
    client: text("client"),
    /** Why there is no answer or no settlement: a tool's reason or a protocol reason code. */
    reason: text("reason"),
    reasonMessage: text("reason_message"),
    transaction: text("transaction"),
    blockNumber: atomic("block_number"),
    /** This payment's share of its transaction's gas. */
    gasUsed: atomic("gas_used"),
    batchSize: integer("batch_size"),
    receivedAt: at("received_at").notNull(),
    verifiedAt: at("verified_at").notNull(),
    claimedAt: at("claimed_at").notNull().defaultNow(),
    answeredAt: at("answered_at"),
    submittedAt: at("submitted_at"),
    /** When the outcome was known: settled, failed or released. */
    closedAt: at("closed_at"),
    checkedAt: at("checked_at"),
  },
  (t) => [
    uniqueIndex("payments_open_authorization").on(t.network, t.asset, t.payer, t.nonce).where(sql`state not in ('released', 'failed')`),
    index("payments_by_authorization").on(t.payer, t.nonce),
    index("payments_by_time").on(t.claimedAt.desc(), t.id.desc()),
    index("payments_by_seller").on(t.payTo, t.claimedAt.desc(), t.id.desc()),
    index("payments_by_tool").on(t.tool, t.claimedAt.desc()),
    index("payments_by_transaction").on(t.transaction),
    index("payments_open").on(t.state, t.claimedAt).where(sql`state in ('claimed', 'answered', 'submitted', 'unknown')`),
    check("payments_state", sql`state in ('claimed', 'answered', 'submitted', 'settled', 'failed', 'unknown', 'released')`),
    check("payments_amount", sql`amount > 0`),
    check("payments_settled_has_transaction", sql`state <> 'settled' or transaction is not null`),
  ],
);

/** The answer as it went out or will go out. Only a copy of the same signed payment gets it again. */
export const answers = pgTable("answers", {
  paymentId: text("payment_id")
    .primaryKey()
    .references(() => payments.id, { onDelete: "cascade" }),
  status: integer("status").notNull(),
  contentType: text("content_type").notNull(),
  body: bytea("body").notNull(),
  expiresAt: at("expires_at").notNull(),
});

/** Each transaction that settles payments; written before it is broadcast. */
export const settlements = pgTable(
  "settlements",
  {
    hash: text("hash").primaryKey(),
    network: text("network").notNull(),
    sender: text("sender").notNull(),
    accountNonce: integer("account_nonce").notNull(),
    raw: text("raw").notNull(),
    paymentCount: integer("payment_count").notNull(),
    mined: boolean("mined").notNull().default(false),
    blockNumber: atomic("block_number"),
    gasUsed: atomic("gas_used"),
    sentAt: at("sent_at").notNull().defaultNow(),
  },
  (t) => [index("settlements_by_block").on(t.blockNumber.desc())],
);
