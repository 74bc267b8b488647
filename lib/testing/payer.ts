import { randomBytes } from "node:crypto";
import { type Hex, toHex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { paymentNetwork } from "@/lib/chains";
import type { Authorization, Requirements } from "@/lib/payments/types";
import { encodeHeader } from "@/lib/payments/wire";
import { transferWithAuthorizationTypes } from "@/lib/settlement/usdc";

export type SignedPayment = { authorization: Authorization; signature: Hex };

/** A wallet with a fresh key. */
export function newPayer(key: Hex = generatePrivateKey()): PrivateKeyAccount {
  return privateKeyToAccount(key);
}

/** Signs these terms as an official client would; `overrides` bend single fields of the authorization. */
export async function signPayment(
  payer: PrivateKeyAccount,
  requirements: Requirements,
  overrides: Partial<Authorization> = {},
): Promise<SignedPayment> {
  const now = BigInt(Math.floor(Date.now() / 1000));
  const authorization: Authorization = {
    from: payer.address,
    to: requirements.payTo,
    value: BigInt(requirements.amount),
    validAfter: now - 600n,
    validBefore: now + BigInt(requirements.maxTimeoutSeconds),
    nonce: toHex(randomBytes(32)),
    ...overrides,
  };
  const { chainId } = paymentNetwork(requirements.network);
  const signature = await payer.signTypedData({
    domain: { ...requirements.extra, chainId, verifyingContract: requirements.asset },
    types: transferWithAuthorizationTypes,
    primaryType: "TransferWithAuthorization",
    message: authorization,
  });
  return { authorization, signature };
}

/** The authorization as JSON carries it. */
export function wireAuthorization(a: Authorization): Record<string, string> {
  return { ...a, value: a.value.toString(), validAfter: a.validAfter.toString(), validBefore: a.validBefore.toString() };
}

export function wirePayload({ authorization, signature }: SignedPayment) {
  return { signature, authorization: wireAuthorization(authorization) };
}

/** A version 2 payment header. `overrides` replace top-level fields of the payload. */
export function v2Header(signed: SignedPayment, requirements: Requirements, overrides: Record<string, unknown> = {}): string {
  return encodeHeader({ x402Version: 2, accepted: requirements, payload: wirePayload(signed), ...overrides });
}

/** A version 1 payment header. */
export function v1Header(signed: SignedPayment, requirements: Requirements, overrides: Record<string, unknown> = {}): string {
  const network = paymentNetwork(requirements.network).v1Name;
  return encodeHeader({ x402Version: 1, scheme: "exact", network, payload: wirePayload(signed), ...overrides });
}
