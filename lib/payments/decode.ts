import { type Address, getAddress, type Hex, isAddress, isHex } from "viem";
import type { AcceptedTerms, Authorization, Payment, PaymentHeader, X402Version } from "./types";
import { decodeHeader, isRecord } from "./wire";

export type Decoded =
  | { kind: "none" }
  | { kind: "payment"; payment: Payment }
  /** Not readable at all: 400. */
  | { kind: "malformed"; message: string }
  /** Readable, of a version or scheme that is not spoken here: 402. */
  | { kind: "refused"; reason: "invalid_x402_version" | "unsupported_scheme" };

const MAX_HEADER_LENGTH = 12_000;
const UINT256 = 1n << 256n;

/**
 * Reads the payment from `PAYMENT-SIGNATURE` (v2) or `X-PAYMENT` (v1, and v2 payloads that people put
 * there). The version is read from the payload: the header's name proves nothing.
 * x402 v1 and v2, "HTTP transport".
 */
export function decode(headers: Headers): Decoded {
  const given = (["PAYMENT-SIGNATURE", "X-PAYMENT"] as const).filter((name) => headers.get(name)?.trim());
  if (given.length === 0) return { kind: "none" };
  const results = given.map((name) => decodeOne(headers.get(name)?.trim() ?? "", name));
  const [first, second] = results;
  if (!first) return { kind: "none" };
  if (first.kind === "payment" && second?.kind === "payment" && !sameAuthorization(first.payment, second.payment)) {
    return { kind: "malformed", message: "The two payment headers carry two different payments; send one." };
  }
  return results.find((r) => r.kind === "payment") ?? first;
}

function decodeOne(text: string, header: PaymentHeader): Exclude<Decoded, { kind: "none" }> {
  if (text.length > MAX_HEADER_LENGTH) return malformed(`${header} is longer than ${MAX_HEADER_LENGTH} characters.`);
  const value = decodeHeader(text);
  return value ? readPayment(value, header) : malformed(`${header} is not base64 of a JSON object.`);
}

/** A payment payload that is already an object: from a header, or from a facilitator's request. */
export function readPayment(value: Record<string, unknown>, header: PaymentHeader): Exclude<Decoded, { kind: "none" }> {
  const x402Version = readVersion(value, header);
  if (!x402Version) return { kind: "refused", reason: "invalid_x402_version" };
  const accepted = readAccepted(value);
  if (accepted.scheme !== undefined && accepted.scheme !== "exact") return { kind: "refused", reason: "unsupported_scheme" };
  const payload = isRecord(value.payload) ? value.payload : {};
  const authorization = readAuthorization(payload.authorization);
  if (typeof authorization === "string") return malformed(`payload.authorization.${authorization} is missing or malformed.`);
  const signature = payload.signature;
  if (!isHex(signature) || signature.length > 4096) return malformed("payload.signature is missing or not hexadecimal.");
  const identifier = readIdentifier(value.extensions);
  if (identifier === false) return malformed("The payment-identifier must be 16 to 128 letters, digits, - or _.");
  return {
    kind: "payment",
    payment: { x402Version, header, accepted, authorization, signature: signature.toLowerCase() as Hex, identifier },
  };
}

/** The id of the extension `payment-identifier`; null when none was given, false when it isn't one. */
function readIdentifier(extensions: unknown): string | null | false {
  const extension = isRecord(extensions) ? extensions["payment-identifier"] : undefined;
  const info = isRecord(extension) ? extension.info : undefined;
  const id = isRecord(info) ? info.id : undefined;
  if (id === undefined || id === null) return null;
  return typeof id === "string" && /^[A-Za-z0-9_-]{16,128}$/.test(id) ? id : false;
}

function malformed(message: string): { kind: "malformed"; message: string } {
  return { kind: "malformed", message };
}

function readVersion(value: Record<string, unknown>, header: PaymentHeader): X402Version | null {
  const version = value.x402Version;
  if (version === 1 || version === "1") return 1;
  if (version === 2 || version === "2") return 2;
  if (version !== undefined) return null;
  return isRecord(value.accepted) || header === "PAYMENT-SIGNATURE" ? 2 : 1;
}

/** Some clients rebuild `accepted`, leave it out, or write scheme and network at the top level. */
function readAccepted(value: Record<string, unknown>): AcceptedTerms {
  const inner = isRecord(value.accepted) ? value.accepted : {};
  const text = (...candidates: unknown[]) => {
    const found = candidates.find((c) => typeof c === "string" || typeof c === "number");
    return found === undefined ? undefined : String(found).slice(0, 200);
  };
  const terms = {
    scheme: text(inner.scheme, value.scheme),
    network: text(inner.network, value.network),
    asset: text(inner.asset),
    payTo: text(inner.payTo),
    amount: text(inner.amount, inner.maxAmountRequired),
  };
  return Object.fromEntries(Object.entries(terms).filter(([, v]) => v !== undefined));
}

/** The authorization, or the name of the first field that is wrong. */
function readAuthorization(value: unknown): Authorization | string {
  if (!isRecord(value)) return "from";
  const { from, to, nonce } = value;
  const payer = readAddress(from);
  const payee = readAddress(to);
  if (!payer) return "from";
  if (!payee) return "to";
  if (!isHex(nonce) || nonce.length !== 66) return "nonce";
  const amount = readUint(value.value);
  const validAfter = readUint(value.validAfter);
  const validBefore = readUint(value.validBefore);
  if (amount === null) return "value";
  if (validAfter === null) return "validAfter";
  if (validBefore === null) return "validBefore";
  return { from: payer, to: payee, value: amount, validAfter, validBefore, nonce: nonce.toLowerCase() as Hex };
}

/** Clients write addresses in any case; a mixed case that is no checksum would be refused further on. */
function readAddress(value: unknown): Address | null {
  return typeof value === "string" && isAddress(value, { strict: false }) ? getAddress(value.toLowerCase()) : null;
}

/** Decimal text or a whole number, below 2^256. */
function readUint(value: unknown): bigint | null {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string" || !/^\d{1,78}$/.test(text)) return null;
  const number = BigInt(text);
  return number < UINT256 ? number : null;
}

function sameAuthorization(a: Payment, b: Payment): boolean {
  return a.authorization.nonce === b.authorization.nonce && a.authorization.from.toLowerCase() === b.authorization.from.toLowerCase();
}
