import "server-only";
import { ERRORS } from "@/lib/errors";
import { formatUsdc } from "@/lib/money";
import type { Listing } from "./listing";
import { paymentResponses } from "./openapiResponses";

/** The market as OpenAPI 3.1. Prices stand in `x-payment-info`, in USDC and in atomic units. */
export function openapi(origin: string, tools: Listing[]): Record<string, unknown> {
  const paths = Object.fromEntries(
    tools.flatMap((tool) => [
      [tool.path, { get: operation(tool, "get"), post: operation(tool, "post") }],
      [`${tool.path}/quote`, { post: quoteOperation(tool) }],
    ]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Coinslot",
      version: "1",
      description:
        "Tools that software pays for per call, over x402. Call a path: the 402 names the price. Sign it, call again with the payment header, get the answer. No answer, no charge.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    externalDocs: { description: "The same tools over MCP, at /mcp.", url: `${origin}/docs/mcp` },
    paths,
    components: {
      schemas: { Error: errorSchema() },
      securitySchemes: {
        x402: { type: "apiKey", in: "header", name: "PAYMENT-SIGNATURE", description: "x402 version 2: base64 of the payment's JSON." },
        x402v1: { type: "apiKey", in: "header", name: "X-PAYMENT", description: "x402 version 1: base64 of the payment's JSON." },
      },
    },
  };
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
function quoteOperation(tool: Listing): Record<string, unknown> {
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
    tags: [tool.category],
    requestBody: requestBody(tool),
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
