import type { PageFacts } from "../facts";
import { likeness } from "../page/words";
import { type Check, type Found, type Look, PASSES, when } from "./check";

/** Fewer words than these rarely answer anything. */
const THIN = 120;
/** A page that says next to nothing before its scripts run. */
const EMPTY = 25;
const SMALLEST_SHARE = 0.05;
const ALIKE = 0.85;

/** The text itself. */
export const CONTENT_TEXT: readonly Check[] = [
  {
    id: "content-thin",
    of: "page",
    category: "content",
    level: "warning",
    title: "The page has little text",
    why: "There is little to be found by, and little to judge what the page is about.",
    mend: `Say more than ${THIN} words of its own, or join it with another page.`,
    look: ({ words, cut }) =>
      cut && words.mainCount < THIN
        ? { unknown: "Only the beginning of the page was read." }
        : when(words.mainCount < THIN, () => ({ text: `${words.mainCount} words` })),
  },
  {
    id: "content-served",
    of: "page",
    category: "content",
    level: "error",
    title: "The page is empty before its scripts run",
    why: "Many crawlers, most of those of AI among them, run no scripts: they see nothing.",
    mend: "Render the page on the server.",
    look: ({ words, emptyMount, scripts }) => {
      const waits = words.count < EMPTY && scripts.list.length > 0 && emptyMount !== null;
      return when(waits, () => ({ text: `${words.count} words come with it.`, ...(emptyMount ? { spot: emptyMount } : {}) }));
    },
  },
  {
    id: "text-share",
    of: "page",
    category: "content",
    level: "notice",
    title: "The page is mostly mark-up",
    why: "It loads slowly for what it says.",
    mend: "Move scripts and styles into files, and thin out the mark-up.",
    look: ({ words, bytes }) => {
      const share = bytes === 0 ? 1 : words.characters / bytes;
      return when(share < SMALLEST_SHARE, () => ({ text: `${(share * 100).toFixed(1)} % of it is text.` }));
    },
  },
  {
    id: "placeholder-text",
    of: "page",
    category: "content",
    level: "warning",
    title: "The page still has filler text",
    why: "It looks unfinished, and ranks like it.",
    mend: "Write what is meant to stand there.",
    look: ({ words }) => {
      const found = /lorem ipsum|dolor sit amet|your (?:text|content) (?:goes )?here/i.exec(words.sample);
      return when(found !== null, () => ({ text: `"${found?.[0]}"` }));
    },
  },
  {
    id: "content-unique",
    of: "pages",
    category: "content",
    level: "warning",
    title: "Pages have nearly the same text",
    why: "Search engines show one of them and drop the others.",
    mend: "Join them, tell them apart, or name one as canonical.",
    look: alike,
  },
];

function alike(pages: readonly PageFacts[]): Look {
  const long = pages.filter(({ words }) => words.sketch.length >= 30);
  if (long.length < 2) return { unknown: "Fewer than two pages have enough text to be compared." };
  const found: Found[] = [];
  long.forEach((page, index) => {
    for (const other of long.slice(index + 1)) {
      const share = likeness(page.words.sketch, other.words.sketch);
      if (share < ALIKE) continue;
      const text = (url: string) => `About ${Math.round(share * 100)} % like ${url}`;
      found.push({ text: text(other.url), page: page.url }, { text: text(page.url), page: other.url });
    }
  });
  return found.length > 0 ? found : PASSES;
}
