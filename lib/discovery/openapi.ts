import "server-only";
import { ERRORS } from "@/lib/errors";
import type { OperationShape } from "@/lib/gateway/types";
import { formatUsdc } from "@/lib/money";
import { doctorPath } from "./doctorOperation";
import { groupListings, type ListingGroup } from "./groupListings";
import type { Listing } from "./listing";
import { paymentResponses } from "./openapiResponses";
import { sellerRequest } from "./openapiSeller";

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
    free: doctorPath(),
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

/** `free`: paths that nobody pays for. */
type Parts = { title: string; description: string; tags: Record<string, unknown>[]; tools: Listing[]; free?: Record<string, unknown> };

function documentOf(origin: string, { title, description, tags, tools, free = {} }: Parts): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = { Error: errorSchema() };
  for (const tool of tools) {
    const made = tool.shape ? sellersPaths(tool, tool.shape, schemas) : ownPaths(tool);
    for (const [path, item] of Object.entries(made)) paths[path] = { ...paths[path], ...item };
  }
  return {
    openapi: "3.1.0",
    info: { title, version: "1", description, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: origin }],
    externalDocs: { description: "The same tools over MCP, at /mcp.", url: `${origin}/docs/mcp` },
    ...(tags.length > 0 ? { tags } : {}),
    paths: { ...paths, ...free },
    components: {
      schemas,
      securitySchemes: {
        x402: { type: "apiKey", in: "header", name: "PAYMENT-SIGNATURE", description: "x402 version 2: base64 of the payment's JSON." },
        x402v1: { type: "apiKey", in: "header", name: "X-PAYMENT", description: "x402 version 1: base64 of the payment's JSON." },
      },
    },
  };
}

const tagName = ({ seller, title }: Pick<ListingGroup, "seller" | "title">) => `${seller}: ${title}`;

function tagOf(group: ListingGroup, origin: string): Record<string, unknown> {
  const more = group.operations.length - MOST_OF_A_LISTING;
  const short = more > 0 ? `${more} more operations are in its own document.` : "";
  return {
    name: tagName(group),
    description: [group.description, short].filter(Boolean).join(" "),
    externalDocs: { description: "This listing alone, with every operation.", url: `${origin}${group.openapi}` },
  };
}

type Paths = Record<string, Record<string, unknown>>;

function ownPaths(tool: Listing): Paths {
  const quoted = { post: quoteOperation(tool, [tool.category], requestBody(tool)) };
  return { [tool.path]: { get: operation(tool, "get"), post: operation(tool, "post") }, [tool.quotePath]: quoted };
}

/** As the seller's own description has it: the real method, path, query, headers and body. */
function sellersPaths(tool: Listing, shape: OperationShape, schemas: Record<string, unknown>): Paths {
  const { definition } = tool;
  const { parameters, requestBody: body, flat, output, components } = sellerRequest(tool, shape);
  Object.assign(schemas, components);
  const tags = [tool.category, tagName({ seller: definition.seller.name, title: definition.listing?.title ?? "" })];
  const paid = {
    operationId: nameOf(tool),
    summary: definition.question,
    description: definition.description,
    tags,
    "x-payment-info": paymentInfo(tool),
    security: [{ x402: [] }, { x402v1: [] }],
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: paymentResponses(output, shape.answerTypes),
  };
  const asked = { required: true, content: { "application/json": { schema: flat, example: tool.example } } };
  return { [tool.path]: { [shape.method.toLowerCase()]: paid }, [tool.quotePath]: { post: quoteOperation(tool, tags, asked) } };
}

function operation(tool: Listing, method: "get" | "post"): Record<string, unknown> {
  const { definition } = tool;
  const suffix = method === "get" ? "ByQuery" : "";
  const name = nameOf(tool);
  return {
    operationId: `${name}${suffix}`,
    summary: definition.question,
    description: definition.description,
    tags: [tool.category],
    "x-payment-info": paymentInfo(tool),
    security: [{ x402: [] }, { x402v1: [] }],
    ...(method === "get" ? { parameters: queryParameters(tool) } : { requestBody: requestBody(tool) }),
    responses: paymentResponses(tool.output),
  };
}

/** The free question before a paid call. */
function quoteOperation(tool: Listing, tags: string[], body: Record<string, unknown>): Record<string, unknown> {
  const text = { type: "string" };
  const properties = {
    amount: text,
    expires_at: { ...text, format: "date-time" },
    would_run: { type: "boolean" },
    accepts: { type: "array" },
  };
  return {
    operationId: `${nameOf(tool)}Quote`,
    summary: "The exact price of this call, until when it is good, and whether the call would run now. Free.",
    tags,
    requestBody: body,
    responses: {
      "200": { description: "The quote.", content: { "application/json": { schema: { type: "object", properties } } } },
      "400": {
        description: ERRORS.invalid_input.title,
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function nameOf({ definition }: Listing): string {
  return definition.slug.replace(/[^a-zA-Z0-9]+(.)/g, (_, c: string) => c.toUpperCase());
}

export function paymentInfo(tool: Listing): Record<string, unknown> {
  const { amount, asset, network, payTo, scheme } = tool.requirements;
  return {
    protocols: ["x402"],
    ...(tool.definition.pricing ? { pricingMode: "dynamic", pricing: tool.definition.pricing } : { pricingMode: "fixed" }),
    ...(tool.definition.charges4xx ? { charges4xx: true } : {}),
    price: formatUsdc(BigInt(amount)),
    currency: "USDC",
    x402Versions: [1, 2],
    scheme,
    network,
    asset,
    payTo,
    amount,
  };
}

function requestBody(tool: Listing): Record<string, unknown> {
  return { required: true, content: { "application/json": { schema: tool.input, example: tool.example } } };
}

function queryParameters({ input, example }: Listing): Record<string, unknown>[] {
  const required = Array.isArray(input.required) ? input.required : [];
  return Object.entries(input.properties as Record<string, Record<string, unknown>>).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema,
    ...(name in example ? { example: example[name] } : {}),
  }));
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
