/**
 * Why a payment is refused, in the protocol's own codes (x402 specification, "Error Handling", and
 * the codes that the official SDK adds). Each has a plain sentence and the way to mend it.
 */
export const REASONS = {
  payment_required: {
    message: "This call costs money and no payment came with it.",
    hint: "Sign one of the entries in accepts and send the same request again with the payment header.",
  },
  invalid_payload: {
    message: "The payment's payload is not an EIP-3009 authorization with a signature.",
    hint: "Send {signature, authorization{from,to,value,validAfter,validBefore,nonce}} as the exact scheme says.",
  },
  invalid_x402_version: { message: "The payment's x402Version is not spoken here.", hint: "Use x402Version 1 or 2." },
  unsupported_scheme: { message: "The payment's scheme is not accepted here.", hint: "Pay with the scheme exact." },
  invalid_network: {
    message: "The payment is for another network.",
    hint: "Pay on the network that the accepts entry names.",
  },
  invalid_payment_requirements: {
    message: "The terms that the payment accepts are not the terms of this route.",
    hint: "Read the 402 again and sign its current entry.",
  },
  invalid_exact_evm_payload_recipient_mismatch: {
    message: "The authorization pays somebody else.",
    hint: "Sign with to set to the entry's payTo.",
  },
  invalid_exact_evm_payload_authorization_value_mismatch: {
    message: "The authorization's value is not the price.",
    hint: "Sign with value set to the entry's amount, in atomic units.",
  },
  invalid_exact_evm_payload_authorization_valid_after: {
    message: "The authorization is not valid yet.",
    hint: "Set validAfter to now or earlier, and check your clock.",
  },
  invalid_exact_evm_payload_authorization_valid_before: {
    message: "The authorization has ended, or ends before the call could be settled.",
    hint: "Set validBefore to now plus the entry's maxTimeoutSeconds, and check your clock.",
  },
  invalid_exact_evm_payload_signature: {
    message: "The signature is not the payer's.",
    hint: "Sign the typed data TransferWithAuthorization with the domain in extra, from the address in from.",
  },
  insufficient_funds: {
    message: "The payer's wallet holds less USDC than the price.",
    hint: "Fund the wallet on this network, or pay from another one.",
  },
  invalid_exact_evm_nonce_already_used: {
    message: "This authorization was used before.",
    hint: "Sign a new one with a fresh random nonce.",
  },
  invalid_transaction_state: {
    message: "The chain refused the transfer, so no money moved.",
    hint: "Check that the wallet can send USDC, and sign a new authorization.",
  },
  unexpected_verify_error: {
    message: "The payment could not be checked.",
    hint: "Try again; if it stays, pay from another wallet.",
  },
  unexpected_settle_error: {
    message: "The payment could not be settled, and no money moved.",
    hint: "Try again with a new authorization.",
  },
} as const satisfies Record<string, { message: string; hint: string }>;

export type ReasonCode = keyof typeof REASONS;

export function isReason(code: unknown): code is ReasonCode {
  return typeof code === "string" && Object.hasOwn(REASONS, code);
}
