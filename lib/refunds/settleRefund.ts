import "server-only";
import type { Hex } from "viem";
import { connection } from "@/db/client";
import { findRefund, type Refund } from "@/db/queries/refunds";
import { acceptSignature } from "@/db/queries/reserveRefund";
import { recordQueued } from "@/db/queries/submissions";
import { REFUND } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { admit } from "@/lib/payments/admit";
import { payerSlowed } from "@/lib/payments/claim";
import { insertClaim } from "@/lib/payments/claimRow";
import { inspect } from "@/lib/payments/inspect";
import { ledger } from "@/lib/payments/ledger";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import { giveUp } from "@/lib/payments/release";
import type { Payment } from "@/lib/payments/types";
import { verify } from "@/lib/payments/verify";
import { engine } from "@/lib/settlement/engine";
import type { InspectedItem } from "@/lib/settlement/inspectItem";
import { refundAuthorization, refundRequirements } from "./typedData";

/** Seconds that a settlement may take from here. */
const SETTLE_SECONDS = 6;

/**
 * Settles a refund that its seller has signed, through the same ledger and queue as any payment, and waits for the outcome.
 * The same again gets the state of the first. Throws `not_found`, `refund_refused`, and what any settlement throws.
 */
export async function settleRefund(account: string, id: string, signature: Hex): Promise<Refund> {
  const refund = await find(account, id);
  if (refund.state !== "reserved") return over(refund);
  if (engine().gas() === "empty") throw new CoinslotError("settlement_unavailable", undefined, { retryAfterSeconds: 30 });
  const payment = paymentOf(refund, signature);
  const checkedAt = Date.now();
  const seen = await check(refund, payment);
  if (!(await ledger(() => acceptSignature(connection().sql, refund)))) return over(await find(account, id));
  const claimed = await ledger(() => insertClaim(rowOf(refund, payment)));
  if (claimed === "slowed") throw payerSlowed();
  if (claimed === "won") await send(refund, payment, seen, checkedAt);
  return find(account, id);
}

async function find(account: string, id: string): Promise<Refund> {
  const refund = await ledger(() => findRefund(connection().sql, account, id));
  if (refund?.way === "signature") return refund;
  throw new CoinslotError("not_found", "There is no refund with this id among yours.");
}

/** Signed already: how it stands. Never signed in time: no more. */
function over(refund: Refund): Refund {
  if (!["reserved", "expired", "cancelled"].includes(refund.state)) return refund;
  throw new CoinslotError("refund_refused", "The time to sign this refund is over, or another took its place. No money moved.", {
    reason: "expired",
    hint: "Ask for the refund again and sign what you get.",
  });
}

function paymentOf(refund: Refund, signature: Hex): Payment & { authorization: ReturnType<typeof refundAuthorization> } {
  const authorization = refundAuthorization(refund);
  return { x402Version: 2, header: "PAYMENT-SIGNATURE", accepted: {}, authorization, signature, identifier: null };
}

/** Is it the seller's signature under exactly this transfer, and would the chain take it now? */
async function check(refund: Refund, payment: Payment): Promise<InspectedItem & { ok: true }> {
  const verified = await verify(payment, refundRequirements(refund), SETTLE_SECONDS, new Date());
  if (!verified.ok) throw refused(verified.reason);
  const seen = await inspect(payment, verified.byKey);
  if (!seen.ok) throw refused(seen.reason);
  return seen;
}

function refused(reason: ReasonCode): CoinslotError {
  const signature = reason === "invalid_exact_evm_payload_signature";
  const hint = signature ? "Sign the typed data as it was given, with the wallet that you are signed in with." : REASONS[reason].hint;
  const message = signature ? "This is not your wallet's signature of this refund." : REASONS[reason].message;
  return new CoinslotError("refund_refused", `${message} No money moved.`, { reason, hint });
}

function rowOf(refund: Refund, { authorization, signature, x402Version }: Payment) {
  const { validAfter, validBefore, value } = authorization;
  const { account: payer, payer: payTo, network, asset, seller, paymentId } = refund;
  const now = new Date();
  return {
    id: refund.ledgerId ?? "",
    tool: REFUND,
    seller,
    // Nobody's sale.
    account: "",
    payer,
    payTo,
    network,
    asset,
    amount: value,
    nonce: authorization.nonce,
    validAfter,
    validBefore,
    signature,
    identifier: null,
    fingerprint: `${REFUND} ${paymentId}`,
    x402Version,
    client: null,
    receivedAt: now,
    verifiedAt: now,
  };
}

async function send(refund: Refund, payment: Payment, seen: InspectedItem & { ok: true }, checkedAt: number): Promise<void> {
  const id = refund.ledgerId ?? "";
  const call = { id, payment };
  const enough = await admit(call, seen.balance).catch(async (error: unknown) => {
    await giveUp(call, "chain_unavailable");
    throw error;
  });
  if (!enough) {
    await giveUp(call, "insufficient_funds");
    throw refused("insufficient_funds");
  }
  // From here a restart doesn't lose it: what waits in the ledger's queue is sent by whoever comes next.
  await ledger(() => recordQueued(connection().sql, [{ id }], "a refund"));
  const { authorization, signature } = payment;
  const outcome = engine().queue.enqueue({ id, authorization, signature, checkedAt, wallet: seen.wallet });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, env().settleWaitMs);
  });
  await Promise.race([outcome, late]);
  clearTimeout(timer);
}
