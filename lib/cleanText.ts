/** Control, format (bidirectional, zero-width), private, unassigned and lone-surrogate characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]/gu;

/** Text from a stranger, made safe to show: no invisible characters, one line, at most `max` characters. */
export function cleanText(raw: string, max: number): string {
  // Cut first: what is behind the cap can't cost anything.
  const bounded = raw.slice(0, max * 4);
  const plain = bounded.replace(/\s+/gu, " ").replace(INVISIBLE, "").trim();
  const characters = [...plain];
  return characters.length <= max ? plain : `${characters.slice(0, max - 1).join("")}…`;
}
