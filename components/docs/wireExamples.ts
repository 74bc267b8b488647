import { transferTypedData } from "@/components/wire/transferTypedData";
import type { Requirements } from "@/lib/payments/types";
import { readableJson } from "./readableJson";

/** Stands where the payer's own values come. */
const YOURS = { from: "0x… your address", nonce: "0x… 32 random bytes", signature: "0x… the wallet's signature" };

function authorization(terms: Requirements) {
  return {
    from: YOURS.from,
    to: terms.payTo,
    value: terms.amount,
    validAfter: "0",
    validBefore: `… now, in seconds, plus ${terms.maxTimeoutSeconds}`,
    nonce: YOURS.nonce,
  };
}

/** What the wallet signs; the message's own values are the payer's to choose. */
export function typedDataText(terms: Requirements): string {
  const message = authorization(terms);
  const { domain, primaryType, types } = transferTypedData(terms, { ...message, validBefore: "0" });
  return readableJson({ domain, primaryType, types, message });
}

/** The payment before base64. */
export function paymentText(terms: Requirements): string {
  return readableJson({ x402Version: 2, accepted: terms, payload: { signature: YOURS.signature, authorization: authorization(terms) } });
}

/** The same in version 1, for `X-PAYMENT`. */
export function paymentTextV1(terms: Requirements, v1Network: string): string {
  return readableJson({
    x402Version: 1,
    scheme: terms.scheme,
    network: v1Network,
    payload: { signature: YOURS.signature, authorization: authorization(terms) },
  });
}

/** A receipt as it comes back, decoded. */
export function receiptText(payment: { transaction: string | null; network: string; payer: string; amount: string }): string {
  return readableJson({
    success: true,
    transaction: payment.transaction,
    network: payment.network,
    payer: payment.payer,
    amount: payment.amount,
  });
}
