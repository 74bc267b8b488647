import "server-only";
import { connection } from "@/db/client";
import { type ClaimKey, findOpenClaim } from "@/db/queries/claims";
import { FACILITATED } from "@/db/schema/payments";
import { CoinslotError } from "@/lib/errors";
import { admit } from "@/lib/payments/admit";
import { payerSlowed } from "@/lib/payments/claim";
import { insertClaim } from "@/lib/payments/claimRow";
import { newPaymentId } from "@/lib/payments/id";
import { ledger } from "@/lib/payments/ledger";
import type { ReasonCode } from "@/lib/payments/reasons";
import { giveUp } from "@/lib/payments/release";
import { engine } from "@/lib/settlement/engine";
import type { Outcome } from "@/lib/settlement/types";
import type { Caller } from "./caller";
import { type Checked, checkPayment } from "./check";
import { awaitOutcome, earlierOutcome } from "./earlier";
import { FACILITATOR_LIMITS } from "./limits";
import { beginPayment } from "./openPayments";
import type { FacilitatorRequest } from "./read";

export type FacilitatorReceipt =
  | { success: true; transaction: string }
  /** `transaction`: of a payment that is pending, where it is known. */
  | { success: false; errorReason: ReasonCode | "settlement_pending"; transaction?: string };

/** Settles a payment for another server through the same ledger and queue as the market's own: what comes at the same time shares a transaction. */
export async function settlePayment(request: FacilitatorRequest, caller: Caller): Promise<FacilitatorReceipt> {
  const deadline = Date.now() + FACILITATOR_LIMITS.waitSeconds * 1000;
  const key = keyOf(request);
  const fingerprint = `${FACILITATED} ${caller.id}`;
  const find = () => ledger(() => findOpenClaim(connection().sql, key));
  const earlier = await find();
  if (earlier) return earlierOutcome(request, earlier, fingerprint);
  if (engine().gas() === "empty") throw new CoinslotError("settlement_unavailable", undefined, { retryAfterSeconds: 30 });
  const checked = await checkPayment(request);
  if (!checked.ok) {
    // A copy may have settled between the two looks.
    const meanwhile = checked.reason === "invalid_exact_evm_nonce_already_used" ? await find() : null;
    return meanwhile ? earlierOutcome(request, meanwhile, fingerprint) : { success: false, errorReason: checked.reason };
  }
  await beginPayment(fingerprint);
  const row = { ...key, ...termsOf(request), id: newPaymentId(), fingerprint };
  const claimed = await ledger(() => insertClaim(row));
  if (claimed !== "won") {
    const by = await find();
    if (by) return earlierOutcome(request, by, fingerprint);
    if (claimed === "slowed") throw payerSlowed();
    return { success: false, errorReason: "unexpected_settle_error" };
  }
  if (!(await isAffordable(request, row.id, checked))) return { success: false, errorReason: "insufficient_funds" };
  return send(request, row.id, checked, deadline);
}

/** The money is there, but it may be promised already to the payer's other payments, and then the gas would be spent for nothing. */
async function isAffordable(request: FacilitatorRequest, id: string, checked: Checked & { ok: true }): Promise<boolean> {
  const call = { id, payment: request.payment };
  const enough = await admit(call, checked.balance).catch(async (error: unknown) => {
    await giveUp(call, "chain_unavailable");
    throw error;
  });
  if (!enough) await giveUp(call, "insufficient_funds");
  return enough;
}

async function send(
  request: FacilitatorRequest,
  id: string,
  checked: Checked & { ok: true },
  deadline: number,
): Promise<FacilitatorReceipt> {
  const { authorization, signature } = request.payment;
  const { checkedAt, wallet } = checked;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ state: "unknown" }), deadline - Date.now());
  });
  const outcome = await Promise.race([engine().queue.enqueue({ id, authorization, signature, checkedAt, wallet }), late]);
  clearTimeout(timer);
  if (outcome.state === "settled") return { success: true, transaction: outcome.transaction };
  if (outcome.state === "failed") return { success: false, errorReason: outcome.reason };
  if (outcome.state === "unknown") return awaitOutcome(request, id, deadline);
  // Given up only if the ledger agrees that nobody sends it.
  await giveUp({ id, payment: request.payment }, "unexpected_settle_error");
  return awaitOutcome(request, id, Date.now());
}

function keyOf({ payment, requirements }: FacilitatorRequest): ClaimKey {
  const { from, nonce } = payment.authorization;
  return { network: requirements.network, asset: requirements.asset.toLowerCase(), payer: from.toLowerCase(), nonce, identifier: null };
}

function termsOf({ payment, requirements }: FacilitatorRequest) {
  const { authorization, signature, x402Version } = payment;
  const { value, validAfter, validBefore } = authorization;
  const now = new Date();
  const house = { tool: FACILITATED, seller: FACILITATED, client: null, receivedAt: now, verifiedAt: now };
  const payTo = requirements.payTo.toLowerCase();
  return { ...house, account: payTo, payTo, amount: value, validAfter, validBefore, signature, x402Version };
}
