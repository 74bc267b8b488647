import "server-only";
import { connection, db } from "@/db/client";
import { findOpenClaim } from "@/db/queries/claims";
import { findPayment } from "@/db/queries/payments";
import { FACILITATED } from "@/db/schema/payments";
import { insertClaim } from "@/lib/payments/claimRow";
import { newPaymentId } from "@/lib/payments/id";
import { ledger } from "@/lib/payments/ledger";
import type { ReasonCode } from "@/lib/payments/reasons";
import { engine } from "@/lib/settlement/engine";
import { checkPayment } from "./check";
import type { FacilitatorRequest } from "./read";

export type FacilitatorReceipt =
  | { success: true; transaction: string }
  | { success: false; errorReason: ReasonCode | "settlement_pending" };

/** Settles a payment for another server through the same ledger and queue as the market's own. */
export async function settlePayment(request: FacilitatorRequest): Promise<FacilitatorReceipt> {
  const { payment, requirements } = request;
  const key = {
    network: requirements.network,
    asset: requirements.asset.toLowerCase(),
    payer: payment.authorization.from.toLowerCase(),
    nonce: payment.authorization.nonce,
    identifier: null,
  };
  const earlier = await ledger(() => findOpenClaim(connection().sql, key));
  if (earlier) return earlierOutcome(earlier.id);
  const checked = await checkPayment(request);
  if (!checked.ok) return { success: false, errorReason: checked.reason };
  const id = newPaymentId();
  const claimed = await ledger(() => insertClaim({ ...key, ...facilitatedRow(request), id }));
  if (claimed.kind !== "won") return { success: false, errorReason: "settlement_pending" };
  const { authorization, signature } = payment;
  const { checkedAt, wallet } = checked;
  const outcome = await engine().queue.enqueue({ id, authorization, signature, checkedAt, wallet });
  if (outcome.state === "settled") return { success: true, transaction: outcome.transaction };
  return { success: false, errorReason: outcome.state === "failed" ? outcome.reason : "settlement_pending" };
}

function facilitatedRow({ payment, requirements }: FacilitatorRequest) {
  const { authorization, signature, x402Version } = payment;
  const { value, validAfter, validBefore } = authorization;
  const now = new Date();
  return {
    tool: FACILITATED,
    seller: FACILITATED,
    payTo: requirements.payTo.toLowerCase(),
    amount: value,
    validAfter,
    validBefore,
    signature,
    x402Version,
    fingerprint: FACILITATED,
    client: null,
    receivedAt: now,
    verifiedAt: now,
  };
}

/** A second settle of the same authorization gets the first one's transaction. */
async function earlierOutcome(id: string): Promise<FacilitatorReceipt> {
  const payment = await ledger(() => findPayment(db(), id));
  if (payment?.state === "settled" && payment.transaction) return { success: true, transaction: payment.transaction };
  return { success: false, errorReason: "settlement_pending" };
}
