import { paymentNetwork } from "@/lib/chains";
import type { ReasonCode } from "./reasons";
import type { Payment, Requirements } from "./types";
import { encodeHeader } from "./wire";

export type ReceiptFacts =
  | { success: true; transaction: string; used?: string }
  | { success: false; errorReason: ReasonCode | "settlement_pending"; transaction?: string };

/**
 * The receipt headers, in the version that was paid in. Who put a version 2 payload into `X-PAYMENT`
 * looks for the receipt under either name, and finds it under both.
 */
export function receiptHeaders(payment: Payment, requirements: Requirements, facts: ReceiptFacts): Record<string, string> {
  const v1 = payment.x402Version === 1;
  const receipt = encodeHeader({
    success: facts.success,
    ...(facts.success ? {} : { errorReason: facts.errorReason }),
    transaction: facts.transaction ?? "",
    network: v1 ? paymentNetwork(requirements.network).v1Name : requirements.network,
    payer: payment.authorization.from,
    ...(v1 ? {} : { amount: requirements.amount }),
    ...(!v1 && facts.success && facts.used ? { extensions: { usage: { quoted: requirements.amount, used: facts.used } } } : {}),
  });
  return {
    ...(v1 || payment.header === "X-PAYMENT" ? { "X-PAYMENT-RESPONSE": receipt } : {}),
    ...(v1 ? {} : { "PAYMENT-RESPONSE": receipt }),
  };
}
