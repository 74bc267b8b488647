import "server-only";
import { db } from "@/db/client";
import type { OpenClaim } from "@/db/queries/claims";
import { findPayment, type PublicPayment } from "@/db/queries/payments";
import { ledger } from "@/lib/payments/ledger";
import { isReason } from "@/lib/payments/reasons";
import { untilClosed } from "@/lib/payments/wake";
import { FACILITATOR_LIMITS } from "./limits";
import type { FacilitatorRequest } from "./read";
import type { FacilitatorReceipt } from "./settle";

/** Between two looks, in case that the word of its end was lost. */
const LOOK_MS = 2_000;

const USED = { success: false, errorReason: "invalid_exact_evm_nonce_already_used" } as const;

/**
 * The same settle again gets the first one's outcome, and waits for it. Only the same: on the chain anybody can read a used
 * authorization with its signature, so to all others, and to everybody after a while, it is simply used.
 */
export async function earlierOutcome(
  request: FacilitatorRequest,
  claim: Pick<OpenClaim, "id" | "fingerprint" | "signature">,
  fingerprint: string,
): Promise<FacilitatorReceipt> {
  if (claim.fingerprint !== fingerprint || claim.signature !== request.payment.signature) return USED;
  return awaitOutcome(request, claim.id, Date.now() + FACILITATOR_LIMITS.waitSeconds * 1000);
}

/** Waits until the payment is closed, or until then. */
export async function awaitOutcome(request: FacilitatorRequest, id: string, deadline: number): Promise<FacilitatorReceipt> {
  for (let wait = 50; ; wait = LOOK_MS) {
    const payment = await ledger(() => findPayment(db(), id));
    const outcome = payment ? outcomeOf(request, payment) : USED;
    if (outcome) return outcome;
    const left = deadline - Date.now();
    // The official server asks once more, and waits once more, for what is pending under a hash.
    if (left <= 0) return { success: false, errorReason: "settlement_pending", transaction: payment?.transaction ?? "" };
    await untilClosed(id, Math.min(left, wait));
  }
}

function outcomeOf({ payment: { authorization: a } }: FacilitatorRequest, row: PublicPayment): FacilitatorReceipt | null {
  if (row.payTo !== a.to.toLowerCase() || row.amount !== a.value.toString()) return USED;
  const reason = isReason(row.reason) ? row.reason : "unexpected_settle_error";
  if (row.state === "failed" || row.state === "released") return { success: false, errorReason: reason };
  if (row.state !== "settled" || !row.transaction) return null;
  const age = Date.now() - Date.parse(row.times.closed ?? "");
  return age > FACILITATOR_LIMITS.repeatSeconds * 1000 ? USED : { success: true, transaction: row.transaction };
}
