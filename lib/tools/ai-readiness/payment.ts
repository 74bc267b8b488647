import type { WebAnswer } from "../../web/types";
import type { AiReadinessAnswer } from "./schema";

type Payment = AiReadinessAnswer["payment"];

/** Does the page ask to be paid, and in what form? */
export function readPayment({ status, headers, body }: WebAnswer): Payment {
  const crawler = headers["crawler-price"] ?? headers["crawler-exact-price"];
  if (status !== 402) return { asked: false, how: null, detail: null };
  const terms = fromHeader(headers["payment-required"]) ?? fromText(body.toString("utf8"));
  if (terms)
    return { asked: true, how: "x402", detail: `version ${terms.version}, ${terms.ways} ${terms.ways === 1 ? "way" : "ways"} to pay` };
  if (crawler) return { asked: true, how: "crawler-price", detail: crawler.slice(0, 100) };
  if (/\bL402\b|\bLSAT\b/i.test(headers["www-authenticate"] ?? "")) return { asked: true, how: "l402", detail: null };
  return { asked: true, how: "unknown", detail: "It answers 402 and names no terms that are known." };
}

type Terms = { version: number; ways: number };

function fromHeader(header: string | undefined): Terms | null {
  return header ? fromText(Buffer.from(header.slice(0, 64_000), "base64").toString("utf8")) : null;
}

function fromText(text: string): Terms | null {
  try {
    const { x402Version: version, accepts } = JSON.parse(text) as { x402Version?: unknown; accepts?: unknown };
    return typeof version === "number" && Array.isArray(accepts) ? { version, ways: accepts.length } : null;
  } catch {
    return null;
  }
}
