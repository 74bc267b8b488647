import type { OwnSchema } from "@/lib/gateway/types";

const MOST_NODES = 200;

/** The schemas that a value at this place may have to fit: through references, `allOf`, `anyOf` and `oneOf`, up to a bound. */
export function schemaNodes(schema: unknown, root: OwnSchema): OwnSchema[] {
  const seen = new Set<OwnSchema>();
  const open: unknown[] = [schema];
  while (open.length > 0 && seen.size < MOST_NODES) {
    const next = open.shift();
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    if (typeof next.$ref === "string") open.push(atPointer(root, next.$ref));
    for (const word of ["allOf", "anyOf", "oneOf"]) {
      const branches = next[word];
      if (Array.isArray(branches)) open.push(...branches.slice(0, MOST_NODES));
    }
  }
  return [...seen];
}

/** What `#/$defs/Pet` stands for within its own document; undefined where there is nothing. */
export function atPointer(root: unknown, ref: string): unknown {
  if (!ref.startsWith("#")) return undefined;
  let at: unknown = root;
  for (const raw of ref.slice(1).split("/").slice(1)) {
    const name = decoded(raw).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as OwnSchema)[name];
  }
  return at;
}

/** Which types the schema allows; empty where it doesn't say. */
export function typesOf(node: OwnSchema): string[] {
  if (typeof node.type === "string") return [node.type];
  if (Array.isArray(node.type)) return node.type.filter((type) => typeof type === "string");
  if (isObject(node.properties) || isObject(node.additionalProperties)) return ["object"];
  return node.items === undefined && node.prefixItems === undefined ? [] : ["array"];
}

export function isObject(value: unknown): value is OwnSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
