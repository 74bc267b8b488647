import type { Method, OperationShape } from "@/lib/gateway/types";
import type { JsonSchema, Tool } from "@/lib/tools/define";
import { toolSchemas } from "@/lib/tools/jsonSchema";
import { bodyWord, callPlaces, type Fields, hasFields } from "./callPlaces";

/** `outputSchema` of a version 1 entry: how the route is called and what it answers, for indexers. */
export function outputSchema(tool: Tool, method: Method): Record<string, unknown> {
  const { input, output } = toolSchemas(tool);
  const where = tool.shape ? placesOf(tool.shape) : simplePlaces(input, method);
  return { input: { type: "http", method, discoverable: true, ...where }, output };
}

function simplePlaces(input: JsonSchema, method: Method): Record<string, unknown> {
  const required = Array.isArray(input.required) ? input.required : [];
  const described = fieldsIn({ properties: { ...(input.properties as Record<string, unknown>) }, required, example: {} });
  return method === "GET" ? { queryParams: described } : { bodyType: "json", bodyFields: described };
}

function placesOf(shape: OperationShape): Record<string, unknown> {
  const { path, query, header, body } = callPlaces(shape, {});
  const { $defs } = shape.input;
  return {
    ...(hasFields(path) ? { pathParams: fieldsIn(path) } : {}),
    ...(hasFields(query) ? { queryParams: fieldsIn(query) } : {}),
    ...(hasFields(header) ? { headerFields: fieldsIn(header) } : {}),
    ...(body.kind === "none"
      ? {}
      : { bodyType: bodyWord(shape.bodyType ?? ""), bodyFields: body.kind === "fields" ? fieldsIn(body) : fieldsOf(body.schema) }),
    ...($defs === undefined ? {} : { $defs }),
  };
}

function fieldsOf(schema: unknown): Record<string, unknown> {
  const { properties, required } = schema as { properties?: Record<string, unknown>; required?: string[] };
  return properties ? fieldsIn({ properties, required: required ?? [], example: {} }) : { body: { ...(schema as object), required: true } };
}

function fieldsIn({ properties, required }: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, { ...(field as object), required: required.includes(name) }]),
  );
}
