import type { Address } from "viem";
import { createSiweMessage } from "viem/siwe";

export const SIGN_IN_STATEMENT = "Sign in to see the payments that were made to this address. This costs nothing and moves no money.";

/** How long a message may wait for its signature. */
export const SIGN_IN_MINUTES = 5;

export type SignInMessageParts = { address: Address; origin: string; chainId: number; nonce: string; issuedAt?: Date };

/** The text (EIP-4361) that the wallet shows and signs. The server takes no other form of it. */
export function signInMessage({ address, origin, chainId, nonce, issuedAt = new Date() }: SignInMessageParts): string {
  return createSiweMessage({
    address,
    chainId,
    nonce,
    issuedAt,
    domain: new URL(origin).host,
    uri: origin,
    version: "1",
    statement: SIGN_IN_STATEMENT,
    expirationTime: new Date(issuedAt.getTime() + SIGN_IN_MINUTES * 60_000),
  });
}
