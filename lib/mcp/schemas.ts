import type { JsonSchema } from "@/lib/tools/define";

/** As MCP wants schemas: an object at the root, whatever else is said of it. */
export type ObjectSchema = JsonSchema & { type: "object"; properties?: Record<string, object>; required?: string[] };

/** Over MCP an answer comes in one piece, so nobody is offered a stream. */
const STREAMING = ["stream", "stream_options"];

export function inputSchema(input: JsonSchema): ObjectSchema {
  return without({ ...input, type: "object" }, STREAMING);
}

/** Arguments that ask for the answer in one piece, and are otherwise what was given. */
export function inOnePiece(input: JsonSchema, args: Record<string, unknown>): Record<string, unknown> {
  const streams = typeof input.properties === "object" && input.properties !== null && "stream" in input.properties;
  if (!streams || args.stream === undefined || args.stream === false) return args;
  const { stream: _, stream_options: __, ...rest } = args;
  return { ...rest, stream: false };
}

/**
 * What a call gives back. Clients hold a refusal against this schema too, so it has to admit the 402 and other failures
 * beside the answer; null where the answer's schema can't stand inside another.
 */
export function outputSchema(output: JsonSchema): ObjectSchema | null {
  const { $defs, ...answer } = withoutPicture({ ...output, type: "object" });
  if (JSON.stringify(answer).includes('"$ref":"#"')) return null;
  const failures = [
    { type: "object", description: "Payment needed or refused (x402).", required: ["x402Version", "accepts"] },
    { type: "object", description: "No answer, and why.", required: ["message"] },
  ];
  return { type: "object", anyOf: [answer, ...failures], ...($defs === undefined ? {} : { $defs }) };
}

/** A picture's bytes come as MCP content, where clients show them, and not a second time inside the JSON. */
function withoutPicture(output: ObjectSchema): ObjectSchema {
  const image = output.properties?.image as ObjectSchema | undefined;
  if (!image?.properties || !("base64" in image.properties)) return output;
  return { ...output, properties: { ...output.properties, image: without(image, ["base64"]) } };
}

function without<S extends ObjectSchema>(schema: S, names: readonly string[]): S {
  if (!schema.properties || !names.some((name) => name in (schema.properties ?? {}))) return schema;
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)));
  const required = schema.required?.filter((name) => !names.includes(name));
  return { ...schema, properties, ...(required ? { required } : {}) };
}
