import "server-only";
import { keccak256, stringToBytes } from "viem";
import { z } from "zod";
import { connection } from "@/db/client";
import { findRefund, type Refund } from "@/db/queries/refunds";
import { MOST_REFUNDS_OF_A_PAYMENT, type Reserved, reserveRefund } from "@/db/queries/reserveRefund";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { formatUsd } from "@/lib/money";
import { newPaymentId } from "@/lib/payments/id";
import { ledger } from "@/lib/payments/ledger";
import { chainNow } from "./chainNow";
import { atomicText, ownWords } from "./fields";
import { newIdOf } from "./ids";
import { MOST_REFUND_WORDS, REFUND_REASONS, type RefundReason } from "./reasons";

/** So long a reservation waits for its signature, and so long the signed transfer is good; both from the reservation on. */
const SIGN_SECONDS = 600;
const VALID_SECONDS = 900;

export const refundBody = z.object({
  amount: atomicText,
  reason: z.enum(Object.keys(REFUND_REASONS) as [RefundReason, ...RefundReason[]]),
  words: ownWords(MOST_REFUND_WORDS).default(""),
});

/** Sets aside what a seller wants to give back of a payment, until it is signed. Throws `not_found` and `refund_refused`. */
export async function reserve(account: string, paymentId: string, body: z.output<typeof refundBody>): Promise<Refund> {
  const { network } = env();
  const id = newIdOf("ref");
  const wanted = {
    ...body,
    id,
    paymentId,
    account,
    network,
    asset: paymentNetwork(network).asset.address.toLowerCase(),
    ledgerId: newPaymentId(),
    nonce: keccak256(stringToBytes(`coinslot refund ${id}`)),
    signWithin: SIGN_SECONDS,
    validFor: VALID_SECONDS,
  };
  const now = await chainNow();
  const { sql } = connection();
  const reserved = await ledger(() => reserveRefund(sql, wanted, now));
  if (reserved.kind !== "reserved") throw refusal(reserved);
  const refund = await ledger(() => findRefund(sql, account, reserved.id));
  if (!refund) throw new Error(`refund ${reserved.id} is gone`);
  return refund;
}

function refusal(refused: Exclude<Reserved, { kind: "reserved" }>): CoinslotError {
  switch (refused.kind) {
    case "not_found":
      return new CoinslotError("not_found", "There is no payment with this id among your sales.");
    case "not_settled":
      return new CoinslotError("refund_refused", `The payment is ${refused.state}, not settled: there is nothing to give back.`, {
        reason: "not_settled",
        hint: "What is still under way settles or is given up within a minute; look at it again.",
      });
    case "not_refundable":
      return new CoinslotError("refund_refused", "The payment was made on another network than this market is on now.", {
        reason: "other_network",
      });
    case "too_much":
      return new CoinslotError("refund_refused", `There is ${formatUsd(refused.left)} of this payment left to give back.`, {
        reason: refused.left === 0n ? "nothing_left" : "too_much",
        hint: "A refund that failed holds its amount until its authorization has ended, 15 minutes at the most.",
      });
    case "too_many":
      return new CoinslotError("refund_refused", `${MOST_REFUNDS_OF_A_PAYMENT} refunds of this payment were made already.`, {
        reason: "too_many",
      });
  }
}
