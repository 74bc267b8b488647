import type { Method, OperationShape } from "@/lib/gateway/types";
import type { JsonSchema, Tool } from "@/lib/tools/define";
import { examplesOf } from "@/lib/tools/examples";
import { compactSchema, toolSchemas } from "@/lib/tools/jsonSchema";
import { toolPath } from "@/lib/tools/toolPath";
import { asSchema, bodyWord, callPlaces, hasFields } from "./callPlaces";

/** How much is said of the route: each word says less than the one before. */
export type Detail = "all" | "no_output" | "names" | "none";

/** The `bazaar` extension: how to call the route, as data and as the JSON Schema of that data. */
export function bazaar(tool: Tool, method: Method, detail: Detail): Record<string, unknown> | null {
  if (detail === "none") return null;
  const schemas = toolSchemas(tool);
  const { info, properties } = tool.shape ? ofShape(tool, tool.shape) : ofTool(tool, method, schemas.input);
  const shown = (schema: unknown) => (detail === "names" ? { type: "object" } : schema);
  const { $defs } = schemas.input;
  const output = {
    type: "object",
    properties: { type: { type: "string" }, example: detail === "all" ? compactSchema(schemas.output) : {} },
  };
  return {
    info: { input: { type: "http", method, ...(detail === "names" ? withoutExamples(info) : info) }, output: { type: "json" } },
    schema: {
      type: "object",
      properties: {
        input: {
          type: "object",
          properties: {
            type: { type: "string", const: "http" },
            method: { type: "string", enum: [method] },
            ...Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, name === "bodyType" ? schema : shown(schema)])),
          },
          required: ["type", "method"],
        },
        output,
      },
      required: ["input"],
      ...(tool.shape && $defs !== undefined && detail !== "names" ? { $defs: compactSchema($defs as JsonSchema) } : {}),
    },
    ...(tool.shape?.path.includes("{") ? { routeTemplate: toolPath(tool).replaceAll(/\{([^{}]*)\}/g, ":$1") } : {}),
  };
}

type Described = { info: Record<string, unknown>; properties: Record<string, unknown> };

function ofTool(tool: Tool, method: Method, input: JsonSchema): Described {
  const place = method === "GET" ? "queryParams" : "body";
  const example = examplesOf(tool)[0].input;
  const schema = { [place]: compactSchema(input) };
  if (method === "GET") return { info: { [place]: example }, properties: schema };
  return { info: { bodyType: "json", [place]: example }, properties: { bodyType: { type: "string", enum: ["json"] }, ...schema } };
}

function ofShape(tool: Tool, shape: OperationShape): Described {
  const { path, query, header, body } = callPlaces(shape, examplesOf(tool)[0].input);
  const info: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const [name, fields] of [
    ["pathParams", path],
    ["queryParams", query],
    ["headers", header],
  ] as const) {
    if (!hasFields(fields)) continue;
    info[name] = fields.example;
    properties[name] = compactSchema(asSchema(fields));
  }
  if (body.kind !== "none") {
    const word = bodyWord(shape.bodyType ?? "");
    info.bodyType = word;
    info.body = body.example;
    properties.bodyType = { type: "string", enum: [word] };
    properties.body = compactSchema((body.kind === "fields" ? asSchema(body) : body.schema) as JsonSchema);
  }
  return { info, properties };
}

function withoutExamples(info: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(info).map(([name, value]) => [name, name === "bodyType" ? value : {}]));
}
