import type { CheerioAPI } from "cheerio";

export type JsonLdBlock = { index: number; value: unknown; fault: string | null };

const MOST_BLOCKS = 50;
const MOST_CHARACTERS = 500_000;

/** Each JSON-LD script of a page, parsed, or what is wrong with it. */
export function jsonLdBlocks($: CheerioAPI): JsonLdBlock[] {
  return $('script[type="application/ld+json" i]')
    .toArray()
    .slice(0, MOST_BLOCKS)
    .map((element, index) => {
      const text = $(element).text().slice(0, MOST_CHARACTERS);
      try {
        return { index, value: JSON.parse(text) as unknown, fault: null };
      } catch (error) {
        return { index, value: null, fault: error instanceof Error ? error.message.slice(0, 200) : "not JSON" };
      }
    });
}

const MOST_NODES = 2_000;

/** Every object in a block that has a type, the block itself and what stands in its `@graph` first. */
export function jsonLdNodes(blocks: readonly JsonLdBlock[]): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const queue: unknown[] = blocks.map(({ value }) => value);
  for (let at = 0; at < queue.length && at < MOST_NODES; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_NODES));
    else if (typeof value === "object" && value !== null) {
      if ("@type" in value) found.push(value as Record<string, unknown>);
      queue.push(
        ...Object.values(value)
          .slice(0, 200)
          .filter((inner) => typeof inner === "object"),
      );
    }
  }
  return found;
}

/** The types of a node, without the vocabulary's address. */
export function typesOf(node: Record<string, unknown>): string[] {
  return [node["@type"]]
    .flat()
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ""));
}
