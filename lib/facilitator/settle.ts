import "server-only";
import { db } from "@/db/client";
import { findOpenClaim, insertClaim, storeAnswer } from "@/db/queries/claims";
import { findPayment } from "@/db/queries/payments";
import { FACILITATED } from "@/db/schema/payments";
import { newPaymentId } from "@/lib/payments/id";
import { ledger } from "@/lib/payments/ledger";
import type { ReasonCode } from "@/lib/payments/reasons";
import { engine } from "@/lib/settlement/engine";
import { toInt8, toStored } from "@/lib/settlement/item";
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
  };
  const earlier = await ledger(() => findOpenClaim(db(), key));
  if (earlier) return earlierOutcome(earlier.id);
  const reason = await checkPayment(request);
  if (reason) return { success: false, errorReason: reason };
  const id = newPaymentId();
  const now = new Date();
  const { authorization, signature, x402Version } = payment;
  const row = { ...key, id, tool: FACILITATED, seller: FACILITATED, payTo: requirements.payTo.toLowerCase(), amount: authorization.value };
  const signed = {
    authorization: toStored(authorization),
    signature,
    x402Version,
    fingerprint: FACILITATED,
    validBefore: toInt8(authorization.validBefore),
  };
  if (!(await ledger(() => insertClaim(db(), { ...row, ...signed, client: null, receivedAt: now, verifiedAt: now })))) {
    return { success: false, errorReason: "settlement_pending" };
  }
  const empty = { status: 200, contentType: "application/json", body: Buffer.from("null") };
  await ledger(() => storeAnswer(db(), id, empty, 3600));
  const outcome = await engine().queue.enqueue({ id, authorization, signature });
  if (outcome.state === "settled") return { success: true, transaction: outcome.transaction };
  return { success: false, errorReason: outcome.state === "failed" ? outcome.reason : "settlement_pending" };
}

/** A second settle of the same authorization gets the first one's transaction. */
async function earlierOutcome(id: string): Promise<FacilitatorReceipt> {
  const payment = await ledger(() => findPayment(db(), id));
  if (payment?.state === "settled" && payment.transaction) return { success: true, transaction: payment.transaction };
  return { success: false, errorReason: "settlement_pending" };
}
