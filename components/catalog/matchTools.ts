import type { CatalogEntry } from "./catalogEntry";

/** The words of a query, lower case. */
export function queryWords(query: string): string[] {
  return query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The tool whose code was typed (`A1`, `a1`). */
export function toolWithCode(tools: readonly CatalogEntry[], query: string): CatalogEntry | null {
  const code = query.trim().toUpperCase();
  return tools.find((tool) => tool.code === code) ?? null;
}

/** Tools that hold any of the words, those that hold most of them in the best places first. */
export function matchTools(tools: readonly CatalogEntry[], query: string): CatalogEntry[] {
  const words = queryWords(query);
  return tools
    .map((tool) => ({ tool, score: words.reduce((sum, word) => sum + wordScore(tool, word), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ tool }) => tool);
}

function wordScore(tool: CatalogEntry, word: string): number {
  if (tool.code.toLowerCase() === word) return 10;
  if (`${tool.slug} ${tool.name}`.toLowerCase().includes(word)) return 5;
  if (tool.tags.some((tag) => tag.toLowerCase().includes(word))) return 3;
  if (tool.question.toLowerCase().includes(word) || tool.words.includes(word)) return 2;
  if (`${tool.description} ${tool.seller}`.toLowerCase().includes(word)) return 1;
  return 0;
}
