import { type Address, type Hex, isAddressEqual, recoverTypedDataAddress, size } from "viem";
import { findNetwork, paymentNetwork } from "@/lib/chains";
import { transferWithAuthorizationTypes } from "@/lib/settlement/usdc";
import type { ReasonCode } from "./reasons";
import type { Payment, Requirements } from "./types";

export type Verified = { ok: true } | { ok: false; reason: ReasonCode };

/** A payer's clock may run ahead of ours by this much. */
const CLOCK_SKEW_SECONDS = 5n;

const SECP256K1_HALF_N = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Everything about a payment that needs no chain, in the cheapest order: network, terms, payee,
 * amount, time, signature. `secondsNeeded` is how long the call may take until it is settled.
 * x402 `exact` on EVM, "Verification".
 */
export async function verify(payment: Payment, requirements: Requirements, secondsNeeded: number, now: Date): Promise<Verified> {
  const fault = termsFault(payment, requirements) ?? authorizationFault(payment, requirements) ?? timeFault(payment, secondsNeeded, now);
  if (fault) return { ok: false, reason: fault };
  if (!(await signedByPayer(payment, requirements))) return { ok: false, reason: "invalid_exact_evm_payload_signature" };
  return { ok: true };
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

/** The split form that USDC takes; null for a signature that USDC would refuse (length, high s, v). */
export function splitSignature(signature: Hex): { v: number; r: Hex; s: Hex } | null {
  if (size(signature) !== 65 || !/^0x[0-9a-fA-F]{130}$/.test(signature)) return null;
  const s: Hex = `0x${signature.slice(66, 130)}`;
  const last = Number.parseInt(signature.slice(130), 16);
  const v = last < 27 ? last + 27 : last;
  if ((v !== 27 && v !== 28) || BigInt(s) > SECP256K1_HALF_N) return null;
  return { v, r: `0x${signature.slice(2, 66)}`, s };
}

async function signedByPayer({ authorization, signature }: Payment, requirements: Requirements): Promise<boolean> {
  const parts = splitSignature(signature);
  if (!parts) return false;
  const { chainId } = paymentNetwork(requirements.network);
  const domain = { ...requirements.extra, chainId, verifyingContract: requirements.asset };
  try {
    const signer: Address = await recoverTypedDataAddress({
      domain,
      types: transferWithAuthorizationTypes,
      primaryType: "TransferWithAuthorization",
      message: authorization,
      signature: { r: parts.r, s: parts.s, yParity: parts.v - 27 },
    });
    return isAddressEqual(signer, authorization.from);
  } catch {
    // r or s outside of the curve: nobody's signature.
    return false;
  }
}
