import "server-only";
import { createHash } from "node:crypto";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { connection, db } from "@/db/client";
import { type Dispute, disputeOfPayment, type Opened, openDispute, withdrawDispute } from "@/db/queries/disputes";
import { findPayment, type PublicPayment } from "@/db/queries/payments";
import { findSessionAddress } from "@/db/queries/sessions";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { readSessionToken } from "@/lib/auth/sessionCookie";
import { hashSessionToken } from "@/lib/auth/sessionToken";
import { verifyWalletSignature } from "@/lib/auth/verifyWalletSignature";
import { cleanText } from "@/lib/cleanText";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { hexBytes } from "@/lib/refunds/fields";
import { newIdOf } from "@/lib/refunds/ids";
import { takeTurn } from "@/lib/refunds/limits";
import { disputeText, withdrawalText } from "./proofText";
import { ANSWER_DAYS, DISPUTE_DAYS, DISPUTE_REASONS, type DisputeReason, MOST_DISPUTE_WORDS } from "./reasons";

export const complaintBody = z.object({
  reason: z.enum(Object.keys(DISPUTE_REASONS) as [DisputeReason, ...DisputeReason[]]),
  words: z.string().max(MOST_DISPUTE_WORDS).default(""),
  signature: hexBytes.optional(),
});
export const withdrawalBody = z.object({ signature: hexBytes.optional() });

/** Opens a dispute for the payment's payer. Throws `not_found`, `unauthorized`, `rate_limited`, `dispute_refused`. */
export async function complain(request: Request, id: string, body: z.output<typeof complaintBody>): Promise<Dispute> {
  const payment = await find(id);
  const wordsHash = createHash("sha256").update(body.words).digest("hex");
  await requirePayer(request, payment, disputeText({ payment: payment.id, reason: body.reason, wordsHash }), body.signature);
  takeTurn("disputeByPayer", payment.payer);
  takeTurn("disputeOfSeller", payment.payTo);
  const words = cleanText(body.words, MOST_DISPUTE_WORDS);
  const dispute = {
    id: newIdOf("dis"),
    paymentId: payment.id,
    reason: body.reason,
    words,
    withinDays: DISPUTE_DAYS,
    answerDays: ANSWER_DAYS,
  };
  const opened = await ledger(() => openDispute(connection().sql, dispute));
  if (opened !== "opened") throw refusal(opened);
  return known(payment.id);
}

/** Takes it back, for the same payer. */
export async function withdraw(request: Request, id: string, signature: Hex | undefined): Promise<Dispute> {
  const payment = await find(id);
  await requirePayer(request, payment, withdrawalText(payment.id), signature);
  if (await ledger(() => withdrawDispute(connection().sql, payment.id))) return known(payment.id);
  throw new CoinslotError("dispute_refused", "There is no open dispute of this payment.", { reason: "not_open" });
}

async function find(id: string): Promise<PublicPayment> {
  const payment = await ledger(() => findPayment(db(), id));
  if (payment) return payment;
  throw new CoinslotError("not_found", "There is no payment with this id.");
}

async function known(paymentId: string): Promise<Dispute> {
  const dispute = await ledger(() => disputeOfPayment(connection().sql, paymentId));
  if (!dispute) throw new Error(`the dispute of ${paymentId} is gone`);
  return dispute;
}

/** By a signature made for this, or signed in on this site with the paying wallet. */
async function requirePayer(request: Request, { payer }: PublicPayment, text: string, signature: Hex | undefined): Promise<void> {
  takeTurn("disputeFromAddress", (request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "").slice(0, 64));
  if (signature ? await verifyWalletSignature(payer as Address, text, signature) : await isSignedIn(request, payer)) return;
  throw new CoinslotError("unauthorized", "This is no proof that you are the payer.", {
    hint: `Sign this text with the paying wallet (personal_sign) and send it as signature, or sign in with that wallet: ${text}`,
  });
}

async function isSignedIn(request: Request, payer: string): Promise<boolean> {
  const token = readSessionToken(request.headers.get("cookie"));
  if (!token) return false;
  acceptedOrigin(request, env());
  return (await ledger(() => findSessionAddress(db(), hashSessionToken(token), new Date()))) === payer;
}

const WHY: Record<Exclude<Opened, "opened">, [message: string, hint: string]> = {
  not_settled: [
    "The payment is not settled, so nothing was paid yet.",
    "Look at its receipt: what is open settles or is given up by itself.",
  ],
  not_disputable: ["This is no call of this market.", "Ask whoever took the payment."],
  too_late: [`A payment can be disputed for ${DISPUTE_DAYS} days after it settled.`, "Write to the seller."],
  given_back: ["All of it was given back already, or is on its way.", "The refund is on the receipt, with its transaction."],
  twice: ["This payment was disputed before.", "There is one dispute for each payment; its receipt shows what came of it."],
};

function refusal(why: Exclude<Opened, "opened">): CoinslotError {
  const [message, hint] = WHY[why];
  return new CoinslotError("dispute_refused", message, { reason: why, hint });
}
