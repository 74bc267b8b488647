/** The longest name of a listing or an operation. */
export const MOST_NAME = 40;

/** A name for addresses, made of any words: `Öl-Preise, heute!` → `ol-preise-heute`. Empty where nothing of it can be kept. */
export function shortName(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST_NAME)
    .replace(/^-+|-+$/g, "");
}

/** The same, different from all that are taken, and taken from then on. */
export function freshName(words: string, taken: Set<string>): string {
  const plain = shortName(words) || "call";
  let name = plain;
  for (let n = 2; taken.has(name); n++) name = `${plain.slice(0, MOST_NAME - 1 - String(n).length).replace(/-+$/, "")}-${n}`;
  taken.add(name);
  return name;
}
