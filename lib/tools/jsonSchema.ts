import { z } from "zod";
import type { JsonSchema, Tool } from "./define";

const cache = new WeakMap<z.ZodType, Map<string, JsonSchema>>();

/** The schema of a tool's input or output as JSON Schema 2020-12; the same object for every door. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const known = cache.get(schema) ?? new Map<string, JsonSchema>();
  cache.set(schema, known);
  const found = known.get(io);
  if (found) return found;
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
  known.set(io, made);
  return made;
}

/** Keywords whose keys are names, and those whose values are data. */
const MAPS = new Set(["properties", "patternProperties", "$defs"]);
const DATA = new Set(["const", "enum", "default", "examples"]);

/** Without descriptions and closing words, for places where every byte travels with each payment. */
export function compactSchema(schema: JsonSchema): JsonSchema {
  const walk = (value: unknown, isMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((v) => walk(v, false));
    if (typeof value !== "object" || value === null) return value;
    const dropped = isMap ? [] : ["description", "additionalProperties", "maximum", "minimum"];
    const entries = Object.entries(value).filter(([k]) => !dropped.includes(k));
    return Object.fromEntries(entries.map(([k, v]) => [k, !isMap && DATA.has(k) ? v : walk(v, !isMap && MAPS.has(k))]));
  };
  return walk(schema, false) as JsonSchema;
}

export function toolSchemas(tool: Tool): { input: JsonSchema; output: JsonSchema } {
  if (tool.schema.json) return tool.schema.json;
  return { input: jsonSchema(tool.schema.input, "input"), output: jsonSchema(tool.schema.output, "output") };
}
