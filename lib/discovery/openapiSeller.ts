import type { InputPart, OperationShape } from "@/lib/gateway/types";
import type { JsonSchema } from "@/lib/tools/define";
import type { Listing } from "./listing";
import { atHome } from "./openapiRefs";

/** Where the parts of a seller's operation go in its request, in the words of OpenAPI. */
export type SellerRequest = {
  parameters?: Record<string, unknown>[];
  requestBody?: Record<string, unknown>;
  /** The whole input as one flat object: what the quote and MCP take. */
  flat: JsonSchema;
  output: JsonSchema | null;
  components: Record<string, JsonSchema>;
};

/** The natural request of a seller's operation: path, query, header and body each in its place. */
export function sellerRequest(tool: Listing, shape: OperationShape): SellerRequest {
  const { code } = tool.definition;
  const input = atHome(tool.input, `${code}.`);
  const output = shape.output ? atHome(shape.output, `${code}.answer.`) : null;
  const parts = shape.parts;
  const parameters = parts.filter(({ place }) => place !== "body" && place !== "whole").map((part) => parameter(part, input.schema, tool));
  const body = bodyOf(shape, input.schema, tool);
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    flat: input.schema,
    output: output?.schema ?? null,
    components: { ...input.components, ...output?.components },
  };
}

const propertiesOf = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;
const requiredOf = (schema: JsonSchema) => (Array.isArray(schema.required) ? (schema.required as string[]) : []);

function parameter({ key, place, name, style, explode }: InputPart, input: JsonSchema, { example }: Listing): Record<string, unknown> {
  const { description, ...schema } = propertiesOf(input)[key] ?? {};
  return {
    name,
    in: place,
    required: place === "path" || requiredOf(input).includes(key),
    ...(description ? { description } : {}),
    ...(style ? { style } : {}),
    ...(explode === undefined ? {} : { explode }),
    schema,
    ...(key in example ? { example: example[key] } : {}),
  };
}

function bodyOf(shape: OperationShape, input: JsonSchema, { example }: Listing): Record<string, unknown> | null {
  const type = shape.bodyType;
  if (type === null) return null;
  const whole = shape.parts.find(({ place }) => place === "whole");
  if (whole) {
    const given = whole.key in example ? { example: example[whole.key] } : {};
    return {
      required: requiredOf(input).includes(whole.key),
      content: { [type]: { schema: propertiesOf(input)[whole.key] ?? {}, ...given } },
    };
  }
  const fields = shape.parts.filter(({ place }) => place === "body");
  const needed = fields.filter(({ key }) => requiredOf(input).includes(key)).map(({ name }) => name);
  const given = fields.filter(({ key }) => key in example).map(({ key, name }) => [name, example[key]] as const);
  const schema = {
    type: "object",
    properties: Object.fromEntries(fields.map(({ key, name }) => [name, propertiesOf(input)[key] ?? {}])),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
  return {
    required: needed.length > 0,
    content: { [type]: { schema, ...(given.length > 0 ? { example: Object.fromEntries(given) } : {}) } },
  };
}
