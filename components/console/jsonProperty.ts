import type { JsonSchema } from "@/lib/tools/define";

/** The keywords that forms read. `type` is the first one that is not `null`. */
export type Property = {
  type?: string;
  enum?: unknown[];
  description?: string;
  pattern?: string;
  items?: { type?: string };
  default?: unknown;
};

const MOST_STEPS = 10;

/** One property of an object's schema, with what it refers to below `$defs` in its place. */
export function jsonProperty(root: JsonSchema, property: unknown): Property {
  let found = isObject(property) ? property : {};
  for (let step = 0; step < MOST_STEPS && typeof found.$ref === "string"; step++) {
    const { $ref, ...beside } = found;
    found = { ...referred(root, $ref as string), ...beside };
  }
  const type = [found.type].flat().find((t) => typeof t === "string" && t !== "null");
  const items = isObject(found.items) ? jsonProperty(root, found.items) : undefined;
  return {
    ...found,
    ...(typeof type === "string" ? { type } : found.properties ? { type: "object" } : { type: undefined }),
    ...(items?.type ? { items: { type: items.type } } : { items: undefined }),
  } as Property;
}

function referred(root: JsonSchema, ref: string): JsonSchema {
  const name = /^#\/\$defs\/(.+)$/.exec(ref)?.[1];
  const defs = isObject(root.$defs) ? root.$defs : {};
  const key = name ? decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~") : "";
  const found = Object.hasOwn(defs, key) ? defs[key] : null;
  return isObject(found) ? found : {};
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
