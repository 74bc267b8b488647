import { paymentNetwork } from "@/lib/chains";
import type { Method } from "@/lib/gateway/types";
import { type HttpAnswer, jsonAnswer } from "@/lib/http";
import type { Tool } from "@/lib/tools/define";
import { bazaar, type Detail } from "./bazaar";
import { pathOf } from "./call";
import { fingerprint } from "./fingerprint";
import type { ReadInput } from "./input";
import { outputSchema } from "./outputSchema";
import { REASONS, type ReasonCode } from "./reasons";
import { requirementsFor } from "./requirements";
import type { RequestFacts, Requirements } from "./types";
import { encodeHeader } from "./wire";

/** The terms of one call: what a payment is held against, and both forms of the 402 made of it. */
export type Challenge = {
  tool: Tool;
  requirements: Requirements;
  resource: string;
  /** What the route is really called with. */
  method: Method;
  /** Where the request makes the price: how, in words, and the request that the price is for. */
  priced?: { made: string; fingerprint: string };
};

/** Larger headers are refused by common proxies and clients; what describes the route is left out first, bit by bit. */
const HEADER_LIMIT = 6_000;

/** `read`: the request's input; where there is none, the terms name the least that a call costs. */
export function challenge(tool: Tool, facts: Pick<RequestFacts, "resource" | "method">, read: ReadInput = { kind: "empty" }): Challenge {
  const { resource } = facts;
  const method = tool.shape?.method ?? facts.method;
  if (!tool.price || read.kind === "empty") return { tool, requirements: requirementsFor(tool.definition), resource, method };
  const { amount, made } = tool.price(read.value);
  const priced = { made, fingerprint: fingerprint(facts.method, pathOf(tool), read.value) };
  return { tool, requirements: requirementsFor(tool.definition, amount), resource, method, priced };
}

/**
 * 402 with fresh terms: the version 2 header and the version 1 body in one response, so that either
 * kind of client pays. `reason` says why the payment that came was refused.
 */
export function paymentRequired(
  terms: Challenge,
  reason: ReasonCode = "payment_required",
  extra: Record<string, unknown> = {},
): HttpAnswer {
  const made = madeOnce(terms, reason);
  if (Object.keys(extra).length === 0) return { status: 402, headers: made.headers, body: made.text };
  return { status: 402, headers: made.headers, body: JSON.stringify({ ...made.body, ...extra }) };
}

type Made = { headers: Record<string, string>; body: Record<string, unknown>; text: string };
/** By the tool itself: one that its seller has changed is another. */
const made402 = new WeakMap<Tool, Map<string, Made>>();

/** The same for the same terms: an unpaid 402 should cost next to nothing. */
function madeOnce(terms: Challenge, reason: ReasonCode): Made {
  const { requirements: r, tool, resource, method, priced } = terms;
  const key = [method, resource, reason, r.amount, r.payTo, r.network].join(" ");
  const ofTool = made402.get(tool) ?? new Map<string, Made>();
  const known = priced ? undefined : ofTool.get(key);
  if (known) return known;
  const { message, hint } = REASONS[reason];
  const error = reason === "payment_required" ? "PAYMENT-SIGNATURE or X-PAYMENT header is required" : reason;
  const body = { x402Version: 1, error, code: reason, message, hint, charged: false, ...termsBeside(terms), accepts: [v1Entry(terms)] };
  const { headers } = jsonAnswer(402, null, { "PAYMENT-REQUIRED": v2Header(terms, error) });
  const made = { headers, body, text: JSON.stringify(body) };
  if (priced) return made;
  if (ofTool.size >= 100) ofTool.clear();
  made402.set(tool, ofTool.set(key, made));
  return made;
}

/** What is said of a call beside its price: how that is made, and what else is charged. */
function termsBeside({ tool, priced }: Challenge): Record<string, unknown> {
  const { pricing: how, charges4xx } = tool.definition;
  return { ...(how ? { pricing: { how, ...(priced ? { made: priced.made } : {}) } } : {}), ...(charges4xx ? { charges4xx: true } : {}) };
}

/** x402 v1, PaymentRequirements; `amount` stands beside `maxAmountRequired` for people who read both. */
function v1Entry(terms: Challenge): Record<string, unknown> {
  const { requirements: r, tool, resource, method } = terms;
  return {
    scheme: r.scheme,
    network: paymentNetwork(r.network).v1Name,
    maxAmountRequired: r.amount,
    amount: r.amount,
    asset: r.asset,
    payTo: r.payTo,
    resource,
    description: tool.definition.question,
    mimeType: answerType(tool),
    outputSchema: outputSchema(tool, method),
    maxTimeoutSeconds: r.maxTimeoutSeconds,
    extra: r.extra,
  };
}

/** x402 v2, PaymentRequired. */
function v2Header(terms: Challenge, error: string): string {
  const { tool, requirements, resource, method } = terms;
  const { definition } = tool;
  const { pricing, ...beside } = termsBeside(terms);
  const said = { ...(pricing ? { pricing } : {}), ...(Object.keys(beside).length > 0 ? { coinslot: beside } : {}) };
  const build = (detail: Detail) => {
    const described = bazaar(tool, method, detail);
    return encodeHeader({
      x402Version: 2,
      error,
      resource: {
        url: resource,
        description: definition.question,
        mimeType: answerType(tool),
        serviceName: definition.seller.name,
        tags: definition.tags,
      },
      accepts: [requirements],
      extensions: { ...(described ? { bazaar: described } : {}), ...said },
    });
  };
  let made = build("all");
  for (const detail of ["no_output", "names", "none"] as const) {
    if (made.length <= HEADER_LIMIT) break;
    made = build(detail);
  }
  return made;
}

/** The kind of answer that comes first in a seller's description; JSON where nothing else is known. */
function answerType({ shape }: Tool): string {
  return shape?.answerTypes[0] ?? "application/json";
}
