import type { OwnSchema } from "@/lib/gateway/types";
import { isObject, schemaNodes, typesOf } from "./schemaNodes";

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const INTEGER = /^-?\d+$/;

/** Text of a query, a path, a header or a form as what its schema wants; as it is where it can't be read so. */
export function readText(schema: unknown, root: OwnSchema, text: string): unknown {
  const nodes = schemaNodes(schema, root);
  const values = nodes.flatMap((node) => (Array.isArray(node.enum) ? node.enum : Object.hasOwn(node, "const") ? [node.const] : []));
  const named = values.findIndex((value) => typeof value !== "object" && String(value) === text);
  if (named >= 0) return values[named];
  const types = new Set(nodes.flatMap(typesOf));
  const free = nodes.some((node) => typesOf(node).includes("string") && node.enum === undefined && node.const === undefined);
  if (free) return text;
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if ((types.has("number") || types.has("integer")) && NUMBER.test(text.trim())) return numberOf(text.trim());
  if (types.has("null") && text === "null") return null;
  if (types.has("object") || types.has("array")) return readJsonText(text);
  return text;
}

/** JSON as its value, anything else as it is. */
export function readJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A whole number that would lose digits stays text, so that the schema refuses it and no other one is sent on. */
function numberOf(text: string): unknown {
  const value = Number(text);
  const exact = Number.isFinite(value) && (!INTEGER.test(text) || Number.isSafeInteger(value) || String(value) === text);
  return exact ? value : text;
}

/** What the items of a list here have to fit; null where no list is allowed. */
export function itemsOf(schema: unknown, root: OwnSchema): OwnSchema | null {
  const lists = schemaNodes(schema, root).filter((node) => typesOf(node).includes("array"));
  if (lists.length === 0) return null;
  const items = lists.map((node) => node.items).filter(isObject);
  return items.length === 1 && items[0] ? items[0] : { anyOf: items };
}

/** What a property of an object here has to fit; null where no object is allowed, or not that property. */
export function propertyOf(schema: unknown, root: OwnSchema, name: string): OwnSchema | null {
  const objects = schemaNodes(schema, root).filter((node) => typesOf(node).includes("object"));
  for (const { properties } of objects) {
    if (isObject(properties) && Object.hasOwn(properties, name)) return isObject(properties[name]) ? properties[name] : {};
  }
  for (const { additionalProperties: more } of objects) if (isObject(more)) return more;
  return objects.some((node) => node.additionalProperties !== false) ? {} : null;
}

/** Names that an object here is described with. */
export function propertyNames(schema: unknown, root: OwnSchema): string[] {
  return schemaNodes(schema, root).flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
}

/** Whether one value that is neither list nor object is allowed, or nothing is said. */
export function allowsScalar(schema: unknown, root: OwnSchema): boolean {
  const types = schemaNodes(schema, root).flatMap(typesOf);
  return types.length === 0 || types.some((type) => type !== "array" && type !== "object");
}
