import type { ReasonCode } from "@/lib/payments/reasons";

/** USDC's own words, and the protocol's code for each. */
const WORDS: [RegExp, ReasonCode][] = [
  [/authorization is used/i, "invalid_exact_evm_nonce_already_used"],
  [/exceeds balance/i, "insufficient_funds"],
  [/authorization is expired/i, "invalid_exact_evm_payload_authorization_valid_before"],
  [/authorization is not yet valid/i, "invalid_exact_evm_payload_authorization_valid_after"],
  [/invalid signature/i, "invalid_exact_evm_payload_signature"],
];

/** The reason in the text of a revert, given as hexadecimal without 0x. Blacklisted, paused and the like have no code of their own. */
export function readRevert(hex: string): ReasonCode {
  const text = Buffer.from(hex, "hex").toString("latin1");
  return WORDS.find(([words]) => words.test(text))?.[1] ?? "invalid_transaction_state";
}
