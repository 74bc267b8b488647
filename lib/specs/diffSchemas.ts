import type { OwnSchema } from "@/lib/gateway/types";
import { listOf } from "./checkWords";
import { type Difference, diffNode, diffProperties, propertyOf, type Use } from "./diffNode";
import { atPointer, isObject } from "./schemaNodes";

type Side = { root: OwnSchema; node: unknown };

const DEEPEST = 12;
const MOST_PAIRS = 3_000;

/**
 * What differs between two schemas, in words. `use`: an input may allow more than before without harm, an answer less.
 * What can't be told to be harmless counts as breaking.
 */
export function diffSchemas(before: OwnSchema, after: OwnSchema, use: Use): Difference[] {
  const found: Difference[] = [];
  const seen = new Set<string>();
  const ids = new Map<unknown, number>();
  const idOf = (node: unknown) => {
    if (!ids.has(node)) ids.set(node, ids.size);
    return ids.get(node);
  };
  const walk = (old: Side, now: Side, path: string, depth: number) => {
    const a = resolved(old);
    const b = resolved(now);
    const pair = `${idOf(a)} ${idOf(b)}`;
    if (depth > DEEPEST || seen.has(pair) || seen.size > MOST_PAIRS) return;
    seen.add(pair);
    if (diffNode(a, b, path, use, found)) return;
    diffProperties(a, b, path, use, found, (name) =>
      walk(
        { root: old.root, node: propertyOf(a, name) },
        { root: now.root, node: propertyOf(b, name) },
        path ? `${path}.${name}` : name,
        depth + 1,
      ),
    );
    for (const word of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      const [first, second] = [listOf(a[word]), listOf(b[word])];
      if (first.length !== second.length) continue;
      for (const [at, node] of first.entries()) walk({ root: old.root, node }, { root: now.root, node: second[at] }, path, depth + 1);
    }
    for (const word of ["items", "additionalProperties"]) {
      if (isObject(a[word]) && isObject(b[word]))
        walk({ root: old.root, node: a[word] }, { root: now.root, node: b[word] }, `${path}[]`, depth + 1);
    }
  };
  walk({ root: before, node: before }, { root: after, node: after }, "", 0);
  return found;
}

function resolved({ root, node }: Side): OwnSchema {
  let at = node;
  for (let times = 0; times < 10 && isObject(at) && typeof at.$ref === "string"; times++) at = atPointer(root, at.$ref);
  return isObject(at) ? at : {};
}
