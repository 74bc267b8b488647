/** Invisible and direction-changing characters, which make a text read as another; line breaks and tabs stay. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]/gu;

const MOST_EVIDENCE = 2_000;

/** Text from a stranger over several lines, at most `max` characters, with nothing in it that can't be seen. */
export function shown(raw: string, max = MOST_EVIDENCE): string {
  const plain = raw
    .slice(0, max * 4)
    .replaceAll("\r\n", "\n")
    .replace(INVISIBLE, "")
    .trim();
  return plain.length <= max ? plain : `${plain.slice(0, max - 1)}…`;
}

/** A decoded object with nothing invisible in its texts; null where there is none or it is too large to hand on. */
export function shownObject(value: Record<string, unknown> | null, max = 60_000): Record<string, unknown> | null {
  const text = value === null ? "" : JSON.stringify(value);
  if (text === "" || text.length > max) return null;
  // Names first, as they stand in the text; then what is escaped in it.
  const clean = (_: string, one: unknown) => (typeof one === "string" ? one.replace(INVISIBLE, "") : one);
  return JSON.parse(text.replace(INVISIBLE, ""), clean) as Record<string, unknown>;
}
