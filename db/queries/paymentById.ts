import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";
import type { PaymentState } from "../schema/states";

export type SellerPaymentDetail = {
  id: string;
  state: PaymentState;
  tool: string;
  payer: string;
  payTo: string;
  network: string;
  asset: string;
  amount: bigint;
  nonce: string;
  fingerprint: string;
  x402Version: number;
  client: string | null;
  reason: string | null;
  reasonMessage: string | null;
  transaction: string | null;
  blockNumber: bigint | null;
  gasUsed: bigint | null;
  gasFee: bigint | null;
  batchSize: number | null;
  receivedAt: Date;
  verifiedAt: Date;
  claimedAt: Date;
  answeredAt: Date | null;
  submittedAt: Date | null;
  closedAt: Date | null;
};

// Neither the signature nor what was signed: nobody but the settler needs them.
const columns = {
  id: payments.id,
  state: payments.state,
  tool: payments.tool,
  payer: payments.payer,
  payTo: payments.payTo,
  network: payments.network,
  asset: payments.asset,
  amount: payments.amount,
  nonce: payments.nonce,
  fingerprint: payments.fingerprint,
  x402Version: payments.x402Version,
  client: payments.client,
  reason: payments.reason,
  reasonMessage: payments.reasonMessage,
  transaction: payments.transaction,
  blockNumber: payments.blockNumber,
  gasUsed: payments.gasUsed,
  gasFee: payments.gasFee,
  batchSize: payments.batchSize,
  receivedAt: payments.receivedAt,
  verifiedAt: payments.verifiedAt,
  claimedAt: payments.claimedAt,
  answeredAt: payments.answeredAt,
  submittedAt: payments.submittedAt,
  closedAt: payments.closedAt,
};

/** One payment to this address; null for an id that is not there and for one that is somebody else's. */
export async function sellerPaymentById(db: Db, account: string, id: string): Promise<SellerPaymentDetail | null> {
  const [row] = await db
    .select(columns)
    .from(payments)
    .where(and(eq(payments.id, id), eq(payments.account, account)))
    .limit(1);
  return row ?? null;
}
