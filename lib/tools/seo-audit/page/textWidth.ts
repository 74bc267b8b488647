/** Widths of letters in thousandths of the letter size, in the sans serif that result pages are set in; those alike share a line. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["'", 191],
  ["ijl", 222],
  ["|", 260],
  [" !,./:;I[\\]ft", 278],
  ["()-`r", 333],
  ['"', 355],
  ["*", 389],
  ["^", 469],
  ["Jckvsxyz", 500],
  ["#$0123456789?L_abdeghnopqu", 556],
  ["+<=>~", 584],
  ["FTZ", 611],
  ["&ABEKPSVXY", 667],
  ["CDHNRUw", 722],
  ["GOQ", 778],
  ["Mm", 833],
  ["%", 889],
  ["W", 944],
  ["@", 1015],
];
const WIDTH = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff01-\uff60]$/u;

/** About how many pixels a line of text takes at this size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTH.get(letter) ?? (WIDE.test(letter) ? 1_000 : 556);
  return Math.round((width * size) / 1_000);
}
