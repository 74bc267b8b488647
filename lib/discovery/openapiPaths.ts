import { ERRORS } from "@/lib/errors";
import type { OperationShape } from "@/lib/gateway/types";
import type { Listing } from "./listing";
import { paymentResponses } from "./openapiResponses";
import { sellerRequest } from "./openapiSeller";
import { paymentInfo } from "./paymentInfo";

/** A seller's listing among the tags: by its seller's name, and by its own address, which is nobody else's. */
export function tagName({ seller, listing }: Pick<Listing["definition"], "seller" | "listing">): string {
  return `${seller.name}: ${listing?.title} (${seller.handle}/${listing?.name})`;
}

type Paths = Record<string, Record<string, unknown>>;

/** The paths of one tool; what its schemas refer to goes into `schemas`. */
export function toolPaths(tool: Listing, schemas: Record<string, unknown>): Paths {
  return tool.shape ? sellersPaths(tool, tool.shape, schemas) : ownPaths(tool);
}

function ownPaths(tool: Listing): Paths {
  const quoted = { post: quoteOperation(tool, [tool.category], requestBody(tool)) };
  return { [tool.path]: { get: operation(tool, "get"), post: operation(tool, "post") }, [tool.quotePath]: quoted };
}

/** As the seller's own description has it: the real method, path, query, headers and body. */
function sellersPaths(tool: Listing, shape: OperationShape, schemas: Record<string, unknown>): Paths {
  const { definition } = tool;
  const { parameters, requestBody: body, flat, output, components } = sellerRequest(tool, shape);
  Object.assign(schemas, components);
  const tags = [tool.category, tagName(definition)];
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
