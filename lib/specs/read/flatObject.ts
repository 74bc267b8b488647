import type { Reading } from "./context";
import { isDict, isTrap, own, ownEntries, ownList } from "./json";
import { followDict } from "./references";

export type FlatProperty = { name: string; schema: unknown; required: boolean };

/** Words that say something of the object as a whole, which its properties by themselves would not. */
const WHOLE = [
  ...["oneOf", "anyOf", "not", "if", "patternProperties", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas"],
  ...["dependencies", "propertyNames", "unevaluatedProperties", "discriminator", "enum", "const"],
];
const MOST = 200;

/** The properties of a schema that is nothing but an object of them, `allOf` of such among it; null for anything else. */
export function flatObject(reading: Reading, schema: unknown, pointer: string): FlatProperty[] | null {
  const properties = new Map<string, FlatProperty>();
  const required = new Set<string>();
  if (!gather(reading, schema, pointer, properties, required, 0)) return null;
  const all = [...properties.values()].map((property) => ({ ...property, required: required.has(property.name) }));
  return all.length === 0 || all.length > MOST ? null : all;
}

function gather(
  reading: Reading,
  value: unknown,
  pointer: string,
  properties: Map<string, FlatProperty>,
  required: Set<string>,
  depth: number,
): boolean {
  const found = followDict(reading.document, value, pointer)?.value;
  if (!found || depth > 10 || WHOLE.some((word) => Object.hasOwn(found, word))) return false;
  const type = own(found, "type");
  const object = type === "object" || (type === undefined && (isDict(own(found, "properties")) || Array.isArray(own(found, "allOf"))));
  const more = own(found, "additionalProperties");
  if (!object || (more !== undefined && more !== false) || own(found, "nullable") === true) return false;
  for (const inner of ownList(found, "allOf")) {
    const words = isDict(inner) && Object.keys(inner).every((word) => word === "description" || word === "title" || word === "required");
    if (words) for (const name of ownList(inner, "required")) required.add(String(name));
    else if (!gather(reading, inner, pointer, properties, required, depth + 1)) return false;
  }
  for (const name of ownList(found, "required")) required.add(String(name));
  for (const [name, schema] of ownEntries(found, "properties")) {
    if (isTrap(name) || name.length > 200) return false;
    // A property that several of them describe has to fit all.
    if (properties.has(name)) return false;
    const shown = followDict(reading.document, schema, pointer)?.value;
    if (own(shown, "readOnly") !== true) properties.set(name, { name, schema, required: false });
  }
  return true;
}
