import type { OwnSchema } from "@/lib/gateway/types";
import { atPointer, isObject, typesOf } from "../schemaNodes";

const DEEPEST = 8;

const BY_FORMAT: Record<string, string> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  time: "12:00:00Z",
  duration: "P1D",
  uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  email: "someone@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "aGVsbG8=",
};

/** A value that fits the schema where its words are enough to make one; `root` holds the definitions. */
export function sampleOf(schema: unknown, root: OwnSchema, depth = 0): unknown {
  if (!isObject(schema) || depth > DEEPEST) return null;
  if (Array.isArray(schema.examples) && schema.examples[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.$ref === "string") return sampleOf(atPointer(root, schema.$ref), root, depth + 1);
  for (const word of ["oneOf", "anyOf"]) {
    const branches = schema[word];
    const first = Array.isArray(branches) && (branches.find((branch) => !(isObject(branch) && branch.type === "null")) as unknown);
    if (!first) continue;
    const chosen = sampleOf(first, root, depth + 1);
    return isObject(chosen) ? { ...chosen, ...objectOf(schema, root, depth) } : chosen;
  }
  if (Array.isArray(schema.allOf)) return allOf(schema, schema.allOf, root, depth);
  const type = typesOf(schema).find((one) => one !== "null");
  if (type === "object") return objectOf(schema, root, depth);
  if (type === "array") return arrayOf(schema, root, depth);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberOf(schema);
  return textOf(schema);
}

function allOf(schema: OwnSchema, parts: unknown[], root: OwnSchema, depth: number): unknown {
  const made = parts.map((part) => sampleOf(part, root, depth + 1));
  if (!made.some(isObject)) return made[0] ?? null;
  return Object.assign({}, ...made.filter(isObject), objectOf(schema, root, depth)) as unknown;
}

function objectOf(schema: OwnSchema, root: OwnSchema, depth: number): Record<string, unknown> {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const names = Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
  return Object.fromEntries(
    names.map((name) => [name, sampleOf(Object.hasOwn(properties, name) ? properties[name] : {}, root, depth + 1)]),
  );
}

function arrayOf(schema: OwnSchema, root: OwnSchema, depth: number): unknown[] {
  const least = Math.min(Number(schema.minItems ?? 0) || 1, 10, Number(schema.maxItems ?? 10));
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const items = schema.items ?? {};
  return Array.from({ length: Math.max(least, first.length) }, (_, at) => sampleOf(first[at] ?? items, root, depth + 1));
}

function numberOf(schema: OwnSchema): number {
  const bound = (word: string) => (typeof schema[word] === "number" ? (schema[word] as number) : null);
  const step = bound("multipleOf") ?? 1;
  const over = bound("exclusiveMinimum");
  const under = bound("exclusiveMaximum");
  const least = bound("minimum") ?? (over === null ? null : over + step);
  const most = bound("maximum") ?? (under === null ? null : under - step);
  const wanted = least !== null && least > 1 ? least : most !== null && most < 1 ? most : Math.max(1, least ?? 1);
  return Math.ceil(wanted / step) * step;
}

function textOf(schema: OwnSchema): string {
  const format = typeof schema.format === "string" && Object.hasOwn(BY_FORMAT, schema.format) ? BY_FORMAT[schema.format] : undefined;
  if (format) return format;
  if (schema.contentEncoding === "base64") return "aGVsbG8=";
  const least = Math.min(Number(schema.minLength ?? 0), 1_000);
  const most = Number(schema.maxLength ?? 1_000);
  return "text".padEnd(least, "x").slice(0, most);
}
