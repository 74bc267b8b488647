import { paymentNetwork } from "@/lib/chains";
import { type HttpAnswer, jsonAnswer } from "@/lib/http";
import type { Tool } from "@/lib/tools/define";
import { examplesOf } from "@/lib/tools/examples";
import { compactSchema, toolSchemas } from "@/lib/tools/jsonSchema";
import { pathOf } from "./call";
import { fingerprint } from "./fingerprint";
import type { ReadInput } from "./input";
import { REASONS, type ReasonCode } from "./reasons";
import { requirementsFor } from "./requirements";
import type { RequestFacts, Requirements } from "./types";
import { encodeHeader } from "./wire";

/** The terms of one call: what a payment is held against, and both forms of the 402 made of it. */
export type Challenge = {
  tool: Tool;
  requirements: Requirements;
  resource: string;
  method: "GET" | "POST";
  /** Where the request makes the price: how, in words, and the request that the price is for. */
  priced?: { made: string; fingerprint: string };
};

/** Larger headers are refused by common proxies and clients; the output schema is left out first. */
const HEADER_LIMIT = 6_000;

/** `read`: the request's input; where there is none, the terms name the least that a call costs. */
export function challenge(tool: Tool, facts: Pick<RequestFacts, "resource" | "method">, read: ReadInput = { kind: "empty" }): Challenge {
  const { resource, method } = facts;
  if (!tool.price || read.kind === "empty") return { tool, requirements: requirementsFor(tool.definition), resource, method };
  const { amount, made } = tool.price(read.value);
  const priced = { made, fingerprint: fingerprint(method, pathOf(tool), read.value) };
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
const made402 = new Map<string, Made>();

/** The same for the same terms: an unpaid 402 should cost next to nothing. */
function madeOnce(terms: Challenge, reason: ReasonCode): Made {
  const { requirements: r, tool, resource, method, priced } = terms;
  const key = [tool.definition.slug, method, resource, reason, r.amount, r.payTo, r.network].join(" ");
  const known = priced ? undefined : made402.get(key);
  if (known) return known;
  const { message, hint } = REASONS[reason];
  const error = reason === "payment_required" ? "PAYMENT-SIGNATURE or X-PAYMENT header is required" : reason;
  const body = { x402Version: 1, error, code: reason, message, hint, charged: false, ...pricingOf(terms), accepts: [v1Entry(terms)] };
  const { headers } = jsonAnswer(402, null, { "PAYMENT-REQUIRED": v2Header(terms, error) });
  const made = { headers, body, text: JSON.stringify(body) };
  if (priced) return made;
  if (made402.size >= 500) made402.clear();
  made402.set(key, made);
  return made;
}

/** How the price is made, for tools whose request makes it. */
function pricingOf({ tool, priced }: Challenge): { pricing?: Record<string, string> } {
  const { pricing: how } = tool.definition;
  return how ? { pricing: { how, ...(priced ? { made: priced.made } : {}) } } : {};
}

/** x402 v1, PaymentRequirements; `amount` stands beside `maxAmountRequired` for people who read both. */
function v1Entry(terms: Challenge): Record<string, unknown> {
  const { requirements: r, tool, resource, method } = terms;
  const { input, output } = toolSchemas(tool);
  const fields = { ...(input.properties as Record<string, unknown>) };
  const required = Array.isArray(input.required) ? input.required : [];
  const described = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...(field as object), required: required.includes(name) }]),
  );
  const where = method === "GET" ? { queryParams: described } : { bodyType: "json", bodyFields: described };
  return {
    scheme: r.scheme,
    network: paymentNetwork(r.network).v1Name,
    maxAmountRequired: r.amount,
    amount: r.amount,
    asset: r.asset,
    payTo: r.payTo,
    resource,
    description: tool.definition.question,
    mimeType: "application/json",
    outputSchema: { input: { type: "http", method, discoverable: true, ...where }, output },
    maxTimeoutSeconds: r.maxTimeoutSeconds,
    extra: r.extra,
  };
}

/** x402 v2, PaymentRequired. */
function v2Header(terms: Challenge, error: string): string {
  const { tool, requirements, resource, method } = terms;
  const { definition } = tool;
  const build = (withOutput: boolean) =>
    encodeHeader({
      x402Version: 2,
      error,
      resource: {
        url: resource,
        description: definition.question,
        mimeType: "application/json",
        serviceName: definition.seller.name,
        tags: definition.tags,
      },
      accepts: [requirements],
      extensions: { bazaar: bazaar(tool, method, withOutput), ...pricingOf(terms) },
    });
  const full = build(true);
  return full.length <= HEADER_LIMIT ? full : build(false);
}

/** The `bazaar` extension: how to call the route, as data and as the JSON Schema of that data. */
function bazaar(tool: Tool, method: "GET" | "POST", withOutput: boolean): Record<string, unknown> {
  const schemas = toolSchemas(tool);
  const example = examplesOf(tool)[0].input;
  const place = method === "GET" ? "queryParams" : "body";
  const properties = {
    type: { type: "string", const: "http" },
    method: { type: "string", enum: [method] },
    ...(method === "POST" ? { bodyType: { type: "string", enum: ["json"] } } : {}),
    [place]: compactSchema(schemas.input),
  };
  const output = { type: "object", properties: { type: { type: "string" }, example: withOutput ? compactSchema(schemas.output) : {} } };
  return {
    info: {
      input: { type: "http", method, ...(method === "POST" ? { bodyType: "json" } : {}), [place]: example },
      output: { type: "json" },
    },
    schema: {
      type: "object",
      properties: { input: { type: "object", properties, required: ["type", "method"] }, output },
      required: ["input"],
    },
  };
}
