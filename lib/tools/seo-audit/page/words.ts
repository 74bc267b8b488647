import type { Words } from "../facts";
import { type Draft, gathered } from "./draft";

/** Scripts that set no gaps between their words. */
const GAPLESS =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const TOKEN = new RegExp(`[${GAPLESS}]|[^\\P{L}${GAPLESS}]+|\\p{N}+`, "gu");
const IS_GAPLESS = new RegExp(`^[${GAPLESS}]$`, "u");

const RUN = 5;
/** So many hashes tell how alike two pages are to within a few hundredths. */
const SKETCH = 400;
const SAMPLE = 6_000;
/** Fewer words in it than these, and the page's own text stands elsewhere. */
const ENOUGH = 40;

/** Counts what can be read. In scripts without gaps two signs count as a word, about. */
export function wordsOf({ text }: Draft): Words {
  const main = gathered(text.main);
  const body = gathered(text.body);
  const frame = gathered(text.frame);
  const tokens = { main: tokensOf(main), body: tokensOf(body), frame: tokensOf(frame) };
  const own = countOf(tokens.main) >= ENOUGH ? [main, tokens.main] : [`${main} ${body}`, tokens.main.concat(tokens.body)];
  const [ownText, ownTokens] = own as [string, string[]];
  return {
    count: countOf(tokens.main) + countOf(tokens.body) + countOf(tokens.frame),
    mainCount: countOf(ownTokens),
    characters: main.length + body.length + frame.length,
    sample: ownText.trim().slice(0, SAMPLE),
    sketch: sketchOf(ownTokens),
  };
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

function countOf(tokens: readonly string[]): number {
  let signs = 0;
  for (const token of tokens) if (IS_GAPLESS.test(token)) signs += 1;
  return tokens.length - signs + Math.ceil(signs / 2);
}

function sketchOf(tokens: readonly string[]): number[] {
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= tokens.length; at += 1) hashes.add(hashOf(tokens, at));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a over one run of words. */
function hashOf(tokens: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + RUN; at += 1) {
    const token = tokens[at] ?? "";
    for (let letter = 0; letter < token.length; letter += 1) hash = Math.imul(hash ^ token.charCodeAt(letter), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}

/** How much two pages have in common, 0 to 1, by what the smallest hashes of both together say. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  const inB = new Set(b);
  const smallest = [...new Set([...a, ...b])].sort((one, other) => one - other).slice(0, SKETCH);
  if (smallest.length === 0) return 0;
  return smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length / smallest.length;
}
