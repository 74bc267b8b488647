const WORDS_A_MINUTE = 230;
const SIGNS_A_MINUTE = 450;

/** Scripts that put no spaces between words: there, each sign counts. */
const SIGN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]/g;

/** How long a text is, and how many minutes it takes to read. */
export function countWords(text: string): { words: number; minutes: number } {
  const signs = text.match(SIGN)?.length ?? 0;
  let words = 0;
  for (const _ of text.replace(SIGN, " ").matchAll(/[\p{L}\p{N}]\S*/gu)) words += 1;
  const minutes = words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE;
  return { words: words + signs, minutes: words + signs === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}

/** What is read of a Markdown text: without the addresses of its links and pictures. */
export function wordsOfMarkdown(markdown: string): string {
  return markdown.replace(/\]\([^()\s]{0,2000}\)/g, "]");
}
