import "server-only";
import { formatUsdc } from "@/lib/money";
import { callRequest } from "./callRequest";
import type { Listing } from "./listing";

/** A tool of `GET /api/catalog`. Amounts are atomic units in decimal text. */
export function catalogEntry(tool: Listing): Record<string, unknown> {
  const { definition, requirements } = tool;
  return {
    code: definition.code,
    slug: definition.slug,
    category: { id: definition.category, name: tool.category },
    question: definition.question,
    description: definition.description,
    seller: definition.seller,
    tags: definition.tags,
    url: tool.url,
    methods: tool.methods,
    ...(definition.listing ? { listing: definition.listing, quote: tool.quotePath } : {}),
    price: { text: tool.price, usdc: formatUsdc(BigInt(requirements.amount)), amount: requirements.amount, ...pricingOf(tool) },
    available: tool.unavailable === null,
    ...(tool.unavailable ? { unavailable: tool.unavailable } : {}),
    accepts: [requirements],
    input: tool.input,
    output: tool.output,
    example: tool.example,
    cannotKnow: definition.cannotKnow,
    faults: definition.faults,
  };
}

/** The same without terms and schemas, for lists that people look through. */
export function shortEntry({ definition, price, unavailable, category }: Listing): Record<string, unknown> {
  const { code, slug, question, seller, tags, listing } = definition;
  return {
    code,
    slug,
    category: { id: definition.category, name: category },
    question,
    seller,
    tags,
    price: { text: price, ...(definition.pricing ? { from: true } : {}) },
    available: unavailable === null,
    ...(listing ? { listing: { name: listing.name, title: listing.title } } : {}),
  };
}

/** Where the request makes the price: the rest stands for the least that a call costs. */
function pricingOf({ definition }: Listing): Record<string, unknown> {
  return definition.pricing ? { from: true, pricing: definition.pricing } : {};
}

/** Where a call with the example goes: a path that takes values is no address without them. */
export function exampleUrl({ definition, shape, url, example }: Listing): string {
  if (!shape) return url;
  try {
    const { path } = callRequest({ slug: definition.slug, shape }, example);
    return new URL(path.split("?")[0] ?? "", url).href;
  } catch {
    return url;
  }
}

/** An item of `/.well-known/x402`: the discovery form of the x402 specification. */
export function discoveryItem(tool: Listing): Record<string, unknown> {
  return {
    resource: exampleUrl(tool),
    type: "http",
    x402Version: 2,
    accepts: [tool.requirements],
    metadata: { name: tool.definition.slug, description: tool.definition.question, tags: tool.definition.tags, price: tool.price },
  };
}
