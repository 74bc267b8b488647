import { type PaymentNetwork, paymentNetwork } from "@/lib/chains";
import type { CallTarget } from "@/lib/discovery/callRequest";
import { formatUsd } from "@/lib/money";
import type { MarketFacts } from "../wallet/marketFacts";
import { askTool } from "./askTool";
import type { Quote, Refusal, Terms } from "./callTypes";
import { refusalOf } from "./refusalOf";
import { decodeWireHeader } from "./wireHeader";

export type Priced = { ok: true; quote: Quote } | { ok: false; refusal: Refusal };

/** The unpaid request: 402 with the terms, or what is wrong with the input. Free. */
export async function requestPrice(
  target: CallTarget,
  input: Record<string, unknown>,
  market: MarketFacts,
  shownPrice: bigint,
): Promise<Priced> {
  const started = performance.now();
  const response = await askTool(target, input);
  const body: unknown = await response.json().catch(() => null);
  const ms = performance.now() - started;
  if (response.status !== 402) return { ok: false, refusal: refusalOf(response.status, body) };
  const header = response.headers.get("PAYMENT-REQUIRED") ?? "";
  const offer = decodeWireHeader(header);
  const terms = offer && findTerms(offer, paymentNetwork(market.network));
  if (!offer || !terms) return { ok: false, refusal: strange("The market's terms could not be read.") };
  // What is signed is what was shown: a price that moved is said first.
  if (BigInt(terms.amount) > shownPrice) {
    return { ok: false, refusal: strange(`The price is ${formatUsd(BigInt(terms.amount))} now. Load the page again to pay it.`) };
  }
  const serverTime = Date.parse(response.headers.get("date") ?? "") || Date.now();
  const hasV1Body = typeof body === "object" && body !== null && "accepts" in body;
  return { ok: true, quote: { terms, offer, header, ms, hasV1Body, serverTime } };
}

/** The `exact` entry in USDC on the market's network; anything else is not signed here. */
function findTerms(offer: Record<string, unknown>, network: PaymentNetwork): Terms | null {
  const accepts = Array.isArray(offer.accepts) ? (offer.accepts as Partial<Terms>[]) : [];
  const entry = accepts.find(
    (one) => one.scheme === "exact" && one.network === network.network && one.asset?.toLowerCase() === network.asset.address.toLowerCase(),
  );
  return entry?.amount && entry.payTo && entry.extra && entry.maxTimeoutSeconds ? (entry as Terms) : null;
}

function strange(message: string): Refusal {
  return { status: 402, code: "terms_not_accepted", reason: null, message, hint: null, again: true };
}
