import { isTrap } from "./json";

/**
 * A value that an author wrote (a default, an example, one of several allowed ones), copied within a budget of nodes and
 * characters; undefined where it is larger, or where it holds what can't be JSON.
 */
export function boundedData(value: unknown, budget: number): unknown {
  const left = { size: budget };
  return copied(value, left, 0);
}

function copied(value: unknown, left: { size: number }, depth: number): unknown {
  left.size -= typeof value === "string" ? value.length + 1 : 1;
  if (left.size < 0 || depth > 12) return undefined;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object") return undefined;
  if (Array.isArray(value)) {
    const list = value.map((item) => copied(item, left, depth + 1));
    return list.includes(undefined) ? undefined : list;
  }
  const entries: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) {
    left.size -= name.length;
    const copy = copied(item, left, depth + 1);
    if (copy === undefined || isTrap(name)) return undefined;
    entries.push([name, copy]);
  }
  return Object.fromEntries(entries);
}
