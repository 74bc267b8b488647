import { francAll } from "franc";
import { smallWordShares } from "./functionWords";
import { foreignShare } from "./letters";

export type Ranked = { code: string; score: number };

/** What small words add and foreign letters take, beside the nearness of trigrams (about 0.5 to 1). Chosen on `scripts/measure`'s first set. */
const WORDS_WEIGH = 1;
const FOREIGN_WEIGH = 4;
/** The shorter a text, the more it matters which languages are written most; this is for a text of so many letters. */
const MUCH_WRITTEN = 0.1;
const WRITTEN = 0.03;
const AT_LETTERS = 60;
const FEWEST_LETTERS = 20;

const MUCH = new Set("eng deu fra spa por ita nld swe dan nob fin pol ces hun ron tur vie ind rus ukr bul arb pes hin".split(" "));

/** Languages that share the text's script, the likeliest first. */
export function rank(text: string): Ranked[] {
  const lower = text.toLowerCase();
  const found = lower.match(/\p{L}/gu) ?? [];
  const letters = counted(found);
  const shares = smallWordShares(counted(lower.match(/[\p{L}\p{M}'’]+/gu) ?? []));
  const priorScale = AT_LETTERS / Math.max(FEWEST_LETTERS, found.length);
  return francAll(text, { minLength: 1 })
    .filter(([code]) => code !== "und")
    .map(([code, nearness]) => {
      const prior = (MUCH.has(code) ? MUCH_WRITTEN : shares.has(code) ? WRITTEN : 0) * priorScale;
      return { code, score: nearness + WORDS_WEIGH * (shares.get(code) ?? 0) + prior - FOREIGN_WEIGH * foreignShare(code, letters) };
    })
    .sort((a, b) => b.score - a.score);
}

function counted(parts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}
