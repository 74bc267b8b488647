import type { Address } from "viem";
import { createSiweMessage, parseSiweMessage, type SiweMessage, validateSiweMessage } from "viem/siwe";
import { SIGN_IN_MINUTES } from "./signInMessage";

export type SignInClaim = { address: Address; nonce: string };
export type SignInExpectation = { origin: string; chainId: number; now: Date };

/** A clock that runs ahead of ours by less than this is no reason to refuse. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Who says to sign in, if the message was made for this site, this chain and this moment; else null.
 * The nonce is not looked up here, and nothing is signed yet.
 */
export function readSignInMessage(text: string, expected: SignInExpectation): SignInClaim | null {
  const message = parse(text);
  if (!message?.issuedAt || !message.expirationTime) return null;
  const { origin, chainId, now } = expected;
  if (!validateSiweMessage({ message, domain: new URL(origin).host, time: now })) return null;
  if (message.version !== "1" || message.chainId !== chainId) return null;
  if (message.scheme && `${message.scheme}:` !== new URL(origin).protocol) return null;
  if (!URL.canParse(message.uri) || new URL(message.uri).origin !== origin) return null;

  const issued = message.issuedAt.getTime();
  const lifetime = message.expirationTime.getTime() - issued;
  if (issued > now.getTime() + CLOCK_SKEW_MS || issued < now.getTime() - SIGN_IN_MINUTES * 60_000) return null;
  if (lifetime <= 0 || lifetime > SIGN_IN_MINUTES * 60_000) return null;
  return { address: message.address, nonce: message.nonce };
}

/**
 * Only the one canonical text of a message passes: what viem reads, written again, must be the same.
 * So no field can stand there twice, and nothing can hide around them.
 */
function parse(text: string): SiweMessage | null {
  try {
    const message = parseSiweMessage(text) as SiweMessage;
    return createSiweMessage(message) === text ? message : null;
  } catch {
    return null;
  }
}
