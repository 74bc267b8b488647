/**
 * Characters that are not seen and carry no meaning of a language: control characters, joiners of nothing, marks that
 * turn the reading direction around, and two blocks of Unicode in which whole sentences can be written unseen.
 * The joiners that scripts and emoji need are not among them.
 */
const INVISIBLE = new RegExp(
  [
    "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b\\u202a-\\u202e\\u2060-\\u2064\\ufeff]",
    "[\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}]",
  ].join("|"),
  "gu",
);

/** The text without what can't be seen in it, and how many characters that were. */
export function withoutInvisible(text: string): { text: string; dropped: number } {
  const seen = text.replace(INVISIBLE, "");
  return { text: seen, dropped: text.length - seen.length };
}
