import { CoinslotError } from "@/lib/errors";
import type { X402Version } from "@/lib/payments/types";
import { decodeHeader, encodeHeader, isRecord } from "@/lib/payments/wire";
import { PAYMENT_KEYS } from "./keys";

/** The payment of a call as the pipeline reads it, and the version that it shows its sender to speak. */
export type GivenPayment = { headers: Headers; version: X402Version | null };

/** What of a payment counts; some clients send back the whole 402 with it, and a header has its limits. */
const KEPT = ["x402Version", "scheme", "network", "accepted", "payload"];
const KEPT_EXTENSION = "payment-identifier";

/** Reads the payment out of `_meta`: an object, its base64, or its JSON, under either name. */
export function readPayment(meta: Record<string, unknown> | undefined): GivenPayment {
  const given = PAYMENT_KEYS.map((key) => meta?.[key]).filter((value) => value !== undefined && value !== null);
  const [first, second] = [...new Set(given.map(toHeader))];
  const headers = new Headers();
  if (first === undefined) return { headers, version: null };
  const version = versionOf(first);
  const [name, other] = version === 1 ? ["X-PAYMENT", "PAYMENT-SIGNATURE"] : ["PAYMENT-SIGNATURE", "X-PAYMENT"];
  headers.set(name ?? "", first);
  // Two different ones: the pipeline says what is wrong with that.
  if (second !== undefined) headers.set(other ?? "", second);
  return { headers, version };
}

function toHeader(value: unknown): string {
  if (isRecord(value)) return slim(value);
  if (typeof value !== "string") throw unreadable();
  const text = value.trim();
  if (!text.startsWith("{")) {
    // A header takes no line break, and base64 has none.
    if (!/^[A-Za-z0-9+/_=-]+$/.test(text)) throw unreadable();
    return text;
  }
  try {
    return slim(JSON.parse(text));
  } catch {
    throw unreadable();
  }
}

function slim(payment: Record<string, unknown>): string {
  const kept = Object.fromEntries(Object.entries(payment).filter(([key]) => KEPT.includes(key)));
  const named = isRecord(payment.extensions) ? payment.extensions[KEPT_EXTENSION] : undefined;
  return encodeHeader(named === undefined ? kept : { ...kept, extensions: { [KEPT_EXTENSION]: named } });
}

function versionOf(header: string): X402Version {
  const { x402Version, accepted } = decodeHeader(header) ?? {};
  if (x402Version === undefined) return isRecord(accepted) ? 2 : 1;
  return String(x402Version) === "1" ? 1 : 2;
}

function unreadable(): CoinslotError {
  return new CoinslotError("invalid_payment_header", "The payment in _meta could not be read.", {
    reason: "invalid_payload",
    hint: `Send the payment's JSON, or its base64, in _meta["${PAYMENT_KEYS[0]}"]; nothing was charged.`,
  });
}
