export type Thing = { thing: Record<string, unknown>; depth: number };

const MOST = 300;
const DEEPEST = 8;

/** Every object of a JSON-LD block that describes something, from the top down. */
export function thingsOf(parsed: unknown): Thing[] {
  const things: Thing[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value: parsed, depth: 0 }];
  for (let next = waiting.shift(); next && things.length < MOST; next = waiting.shift()) {
    const { value, depth } = next;
    if (depth > DEEPEST || typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, MOST)) waiting.push({ value: one, depth });
      continue;
    }
    const thing = value as Record<string, unknown>;
    const graph = thing["@graph"];
    // The frame around a graph is no thing itself.
    if (Array.isArray(graph)) waiting.push({ value: graph, depth });
    else if (depth === 0 || typesOf(thing).length > 0) things.push({ thing, depth });
    for (const [name, inner] of Object.entries(thing).slice(0, 100)) {
      if (name !== "@graph" && name !== "@context" && waiting.length < MOST * 10) waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return things;
}

/** Its types by their short names. */
export function typesOf(thing: Record<string, unknown>): string[] {
  const named = thing["@type"];
  const list = Array.isArray(named) ? named : [named];
  return list
    .filter((type) => typeof type === "string" && type !== "")
    .slice(0, 5)
    .map((type) => (type as string).replace(/^(?:https?:\/\/schema\.org\/|schema:)/, "").slice(0, 60));
}
