import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";
import type { PaymentState } from "../schema/states";

/** What anybody may know of a payment. No request data, no signature. */
export type PublicPayment = {
  id: string;
  state: PaymentState;
  tool: string;
  seller: string;
  payer: string;
  payTo: string;
  network: string;
  asset: string;
  /** Atomic units, decimal text. */
  amount: string;
  nonce: string;
  transaction: string | null;
  block: string | null;
  gasUsed: string | null;
  /** What that gas cost, in wei; the market pays it. */
  gasFee: string | null;
  batchSize: number | null;
  reason: string | null;
  /** sha256 of what was asked for (method, path and input) and of the answer's bytes; null where there is none. */
  hashes: { request: string | null; answer: string | null };
  times: Record<"received" | "verified" | "claimed" | "answered" | "submitted" | "closed", string | null>;
};

/** What is no id at all (a NUL byte, say, which the database would refuse) is not looked for. */
const ID = /^[A-Za-z0-9_]{1,40}$/;

export async function findPayment(db: Db, id: string): Promise<PublicPayment | null> {
  if (!ID.test(id)) return null;
  const [row] = await db.select().from(payments).where(eq(payments.id, id)).limit(1);
  return row ? toPublic(row) : null;
}

/** The newest payment made with this authorization; a nonce is known to its payer alone until it settles. */
export async function findPaymentByNonce(db: Db, payer: string, nonce: string): Promise<PublicPayment | null> {
  const [row] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.payer, payer.toLowerCase()), eq(payments.nonce, nonce.toLowerCase())))
    .orderBy(desc(payments.claimedAt))
    .limit(1);
  return row ? toPublic(row) : null;
}

export function toPublic(row: typeof payments.$inferSelect): PublicPayment {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: row.id,
    state: row.state,
    tool: row.tool,
    seller: row.seller,
    payer: row.payer,
    payTo: row.payTo,
    network: row.network,
    asset: row.asset,
    amount: row.amount.toString(),
    nonce: row.nonce,
    transaction: row.transaction,
    block: row.blockNumber?.toString() ?? null,
    gasUsed: row.gasUsed?.toString() ?? null,
    gasFee: row.gasFee?.toString() ?? null,
    batchSize: row.batchSize,
    reason: row.reason,
    // Of rows that are no calls it is a word.
    hashes: { request: /^[0-9a-f]{64}$/.test(row.fingerprint) ? row.fingerprint : null, answer: row.answerHash },
    times: {
      received: iso(row.receivedAt),
      verified: iso(row.verifiedAt),
      claimed: iso(row.claimedAt),
      answered: iso(row.answeredAt),
      submitted: iso(row.submittedAt),
      closed: iso(row.closedAt),
    },
  };
}
