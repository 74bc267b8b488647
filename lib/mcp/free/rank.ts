import type { Offered } from "../offered";

const MOST_WORDS = 20;

/** Tools that hold any of the words, those that hold most of them in the best places first; all of them for no words. */
export function rank(offered: readonly Offered[], query: string): Offered[] {
  const words = [...new Set(query.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return [...offered];
  return offered
    .map((o) => ({ o, score: scoreOf(o, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ o }) => o);
}

function scoreOf({ name, tool, listing }: Offered, words: readonly string[]): number {
  const { code, tags, question, description, seller } = tool.definition;
  const places: [text: string, worth: number][] = [
    [name, 5],
    [tags.join(" "), 3],
    [question, 2],
    [`${description} ${listing.category} ${seller.name}`, 1],
  ];
  const lower = places.map(([text, worth]) => [text.toLowerCase(), worth] as const);
  const worthOf = (word: string) => (code.toLowerCase() === word ? 10 : (lower.find(([text]) => text.includes(word))?.[1] ?? 0));
  return words.reduce((sum, word) => sum + worthOf(word), 0);
}
