import type { Authorization } from "../wire/transferTypedData";
import type { Quote } from "./callTypes";

/** Chains and clocks lag: good from ten minutes ago. */
const BACKDATE_SECONDS = 600;

/** A transfer of exactly the price, good once and only for as long as the terms say. */
export function newAuthorization(quote: Quote, payer: string): Authorization {
  const now = Math.floor(quote.serverTime / 1000);
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return {
    from: payer,
    to: quote.terms.payTo,
    value: quote.terms.amount,
    validAfter: String(now - BACKDATE_SECONDS),
    validBefore: String(now + quote.terms.maxTimeoutSeconds),
    nonce: `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`,
  };
}
