import type { InputPart, OperationShape, PartPlace } from "@/lib/gateway/types";
import type { JsonSchema } from "@/lib/tools/define";

/** What of an input goes to one place of the request, by the names that it has there. */
export type Fields = { properties: Record<string, unknown>; required: string[]; example: Record<string, unknown> };

/** Where the input of a seller's tool goes. `body`: its fields, or a schema of its own where it is no object of named parts. */
export type CallPlaces = {
  path: Fields;
  query: Fields;
  header: Fields;
  body: { kind: "none" } | ({ kind: "fields" } & Fields) | { kind: "whole"; schema: unknown; example: unknown };
};

export function callPlaces(shape: OperationShape, example: Record<string, unknown>): CallPlaces {
  const { properties } = shape.input as { properties?: Record<string, unknown> };
  const schemaOf = ({ key }: InputPart) => (properties && Object.hasOwn(properties, key) ? properties[key] : {});
  const needed = Array.isArray(shape.input.required) ? (shape.input.required as unknown[]) : [];
  const fieldsOf = (place: PartPlace): Fields => {
    const parts = shape.parts.filter((part) => part.place === place);
    const given = parts.filter(({ key }) => Object.hasOwn(example, key));
    return {
      properties: Object.fromEntries(parts.map((part) => [part.name, schemaOf(part)])),
      required: parts.filter(({ key }) => needed.includes(key)).map(({ name }) => name),
      example: Object.fromEntries(given.map(({ key, name }) => [name, example[key]])),
    };
  };
  const whole = shape.parts.find(({ place }) => place === "whole");
  const body: CallPlaces["body"] =
    shape.bodyType === null
      ? { kind: "none" }
      : whole
        ? { kind: "whole", schema: schemaOf(whole), example: example[whole.key] ?? null }
        : { kind: "fields", ...fieldsOf("body") };
  return { path: fieldsOf("path"), query: fieldsOf("query"), header: fieldsOf("header"), body };
}

/** The protocol's own word for a kind of body. */
export function bodyWord(bodyType: string): "json" | "form-data" | "multipart-form-data" | "text" | "binary" {
  const type = bodyType.toLowerCase();
  if (/^application\/([\w.+-]+\+)?json\b/.test(type)) return "json";
  if (type.startsWith("application/x-www-form-urlencoded")) return "form-data";
  if (type.startsWith("multipart/")) return "multipart-form-data";
  return type.startsWith("text/") ? "text" : "binary";
}

export function asSchema({ properties, required }: Fields): JsonSchema {
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

export function hasFields({ properties }: Fields): boolean {
  return Object.keys(properties).length > 0;
}
