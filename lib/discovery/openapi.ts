import "server-only";
import { ERRORS } from "@/lib/errors";
import { doctorPath } from "./doctorOperation";
import { groupListings, type ListingGroup } from "./groupListings";
import type { Listing } from "./listing";
import { tagName, toolPaths } from "./openapiPaths";

/** Of a longer listing the market's document holds the first; its own document has them all. */
const MOST_OF_A_LISTING = 100;

/** The market as OpenAPI 3.1. Prices stand in `x-payment-info`, in USDC and in atomic units. */
export function openapi(origin: string, tools: Listing[]): Record<string, unknown> {
  const { own, groups } = groupListings(tools);
  const shown = groups.flatMap(({ operations }) => operations.slice(0, MOST_OF_A_LISTING));
  return documentOf(origin, {
    title: "Coinslot",
    description:
      "Tools that software pays for per call, over x402. Call a path: the 402 names the price. Sign it, call again with the payment header, get the answer. No answer, no charge.",
    tags: groups.map((group) => tagOf(group, origin)),
    tools: [...own, ...shown],
    extra: doctorPath(),
  });
}

/** One listing of a seller, with every operation, as OpenAPI 3.1. */
export function listingOpenapi(origin: string, group: ListingGroup): Record<string, unknown> {
  return documentOf(origin, {
    title: `${group.title}, by ${group.seller}`,
    description: [group.description, "Paid per call over x402, through Coinslot. No answer, no charge."].filter(Boolean).join("\n\n"),
    tags: [tagOf(group, origin)],
    tools: group.operations,
  });
}

type Parts = {
  title: string;
  description: string;
  tags: Record<string, unknown>[];
  tools: Listing[];
  /** Free routes beside the tools. */
  extra?: Record<string, unknown>;
};

function documentOf(origin: string, { title, description, tags, tools, extra = {} }: Parts): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = { Error: errorSchema() };
  for (const tool of tools) {
    const made = toolPaths(tool, schemas);
    for (const [path, item] of Object.entries(made)) paths[path] = { ...paths[path], ...item };
  }
  return {
    openapi: "3.1.0",
    info: { title, version: "1", description, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: origin }],
    externalDocs: { description: "The same tools over MCP, at /mcp.", url: `${origin}/docs/mcp` },
    ...(tags.length > 0 ? { tags } : {}),
    paths: { ...paths, ...extra },
    components: {
      schemas,
      securitySchemes: {
        x402: { type: "apiKey", in: "header", name: "PAYMENT-SIGNATURE", description: "x402 version 2: base64 of the payment's JSON." },
        x402v1: { type: "apiKey", in: "header", name: "X-PAYMENT", description: "x402 version 1: base64 of the payment's JSON." },
      },
    },
  };
}

function tagOf(group: ListingGroup, origin: string): Record<string, unknown> {
  const more = group.operations.length - MOST_OF_A_LISTING;
  const short = more > 0 ? `${more} more operations are in its own document.` : "";
  return {
    name: tagName({ seller: { handle: group.handle, name: group.seller }, listing: group }),
    description: [group.description, short].filter(Boolean).join(" "),
    externalDocs: { description: "This listing alone, with every operation.", url: `${origin}${group.openapi}` },
  };
}

function errorSchema(): Record<string, unknown> {
  const text = { type: "string" };
  return {
    type: "object",
    required: ["error", "message"],
    properties: {
      error: { type: "string", enum: Object.keys(ERRORS) },
      reason: { ...text, description: "The tool's own, finer code." },
      message: text,
      hint: { ...text, description: "The way to mend it." },
      fields: { type: "array", items: { type: "object", properties: { field: text, message: text } } },
      charged: { type: "boolean", const: false },
      payment: text,
      docs: text,
    },
  };
}
