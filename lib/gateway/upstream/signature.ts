import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What the signature covers. `payer` and `payment` are empty for a call that nobody pays for. */
export type SignedCall = {
  /** Seconds since 1970, decimal text. */
  timestamp: string;
  method: string;
  /** Path and query as they stand in the request's first line: `/v2/forecast?city=Oslo`. */
  target: string;
  /** The body's bytes; null where there is none. */
  body: Uint8Array | null;
  payer: string;
  payment: string;
};

const VERSION = "v1";

/** `X-Coinslot-Signature`: HMAC-SHA256, hexadecimal, of all that a call says of itself, in this order, joined by full stops. */
export function sign(key: string, { timestamp, method, target, body, payer, payment }: SignedCall): string {
  const digest = createHash("sha256")
    .update(body ?? "")
    .digest("hex");
  const text = [timestamp, method, target, digest, payer, payment].join(".");
  return `${VERSION}=${createHmac("sha256", key).update(text).digest("hex")}`;
}

export type VerifyOptions = {
  /** How old, or how far ahead, a call may be. */
  toleranceSeconds?: number;
  now?: () => number;
};

/** For upstreams: is this call the market's, unchanged, and made just now? */
export function verify(
  key: string,
  signature: string,
  call: SignedCall,
  { toleranceSeconds = 300, now = Date.now }: VerifyOptions = {},
): boolean {
  if (!/^\d{1,12}$/.test(call.timestamp)) return false;
  if (Math.abs(now() / 1000 - Number(call.timestamp)) > toleranceSeconds) return false;
  const wanted = Buffer.from(sign(key, call));
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
