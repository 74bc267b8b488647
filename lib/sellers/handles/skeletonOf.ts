import { CONFUSABLES } from "./confusables";

/**
 * One letter for all that the eye takes for it. Wide letters are written as the pair that imitates them, and not the other
 * way round: so it makes no difference where a run of such letters is cut.
 */
const FOLDED: Record<string, string> = {
  ...{ 0: "o", 1: "l", 2: "z", 3: "e", 4: "a", 5: "s", 6: "b", 7: "t", 8: "b", 9: "g" },
  ...{ i: "l", q: "g", "@": "a" },
  ...{ m: "rn", w: "vv", d: "cl" },
};

/** A handle or a name as the eye mixes it up: two of the same skeleton could be taken for each other. Empty where nothing can be read. */
export function skeletonOf(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const latin = [...plain].map((letter) => CONFUSABLES.get(letter) ?? letter).join("");
  const folded = [...latin].map((letter) => (Object.hasOwn(FOLDED, letter) ? FOLDED[letter] : letter)).join("");
  return folded.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
