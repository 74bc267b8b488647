import { isAddressEqual } from "viem";
import { findNetwork } from "@/lib/chains";
import type { ReasonCode } from "./reasons";
import { signedByKey } from "./signature";
import type { Payment, Requirements } from "./types";

/** `byKey`: the payer's own key signed it. Otherwise it may be a smart wallet's signature, which only the chain can check. */
export type Verified = { ok: true; byKey: boolean } | { ok: false; reason: ReasonCode };

/** A payer's clock may run ahead of ours by this much. */
const CLOCK_SKEW_SECONDS = 5n;

/**
 * Everything about a payment that needs no chain, in the cheapest order: network, terms, payee,
 * amount, time, signature. `secondsNeeded` is how long the call may take until it is settled.
 * x402 `exact` on EVM, "Verification".
 */
export async function verify(payment: Payment, requirements: Requirements, secondsNeeded: number, now: Date): Promise<Verified> {
  const fault = termsFault(payment, requirements) ?? authorizationFault(payment, requirements) ?? timeFault(payment, secondsNeeded, now);
  if (fault) return { ok: false, reason: fault };
  return { ok: true, byKey: await signedByKey(payment, requirements) };
}

function termsFault({ accepted }: Payment, requirements: Requirements): ReasonCode | null {
  if (accepted.network !== undefined && findNetwork(accepted.network)?.network !== requirements.network) return "invalid_network";
  const same = (given: string | undefined, ours: string) => given === undefined || given.toLowerCase() === ours.toLowerCase();
  if (!same(accepted.asset, requirements.asset)) return "invalid_payment_requirements";
  if (!same(accepted.payTo, requirements.payTo)) return "invalid_payment_requirements";
  if (!same(accepted.amount, requirements.amount)) return "invalid_payment_requirements";
  return null;
}

function authorizationFault({ authorization }: Payment, requirements: Requirements): ReasonCode | null {
  if (!isAddressEqual(authorization.to, requirements.payTo)) return "invalid_exact_evm_payload_recipient_mismatch";
  if (authorization.value !== BigInt(requirements.amount)) return "invalid_exact_evm_payload_authorization_value_mismatch";
  return null;
}

function timeFault({ authorization }: Payment, secondsNeeded: number, now: Date): ReasonCode | null {
  const seconds = BigInt(Math.floor(now.getTime() / 1000));
  if (authorization.validAfter > seconds + CLOCK_SKEW_SECONDS) return "invalid_exact_evm_payload_authorization_valid_after";
  if (authorization.validBefore < seconds + BigInt(secondsNeeded)) return "invalid_exact_evm_payload_authorization_valid_before";
  return null;
}
