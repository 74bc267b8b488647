import type { PageFacts } from "../facts";
import { textWidth } from "../page/textWidth";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";

/** A result's title is about as wide, at the size in which it is set there. */
const TITLE_PX = 600;
export const TITLE_SIZE = 20;
const SHORTEST = 15;
const LONGEST = 75;
const EMPTY_WORDS = new Set([
  ...["home", "homepage", "home page", "index", "untitled", "untitled document", "untitled page", "document", "page", "new page", "title"],
  ...["welcome", "startseite", "willkommen", "accueil", "inicio", "start", "default", "default title", "my site", "my website", "vite app"],
  ...["react app", "next app", "create next app", "test", "blank"],
]);

/** The title that search results, tabs and bookmarks show. */
export const HEAD_TITLE: readonly Check[] = [
  {
    id: "title-present",
    of: "page",
    category: "head",
    level: "error",
    title: "The page has no title",
    why: "The title is what people read in results, and what engines weigh most.",
    mend: "Add a <title> that names this very page.",
    look: (page) => when(titleOf(page) === "", () => ({ text: page.titles.length > 0 ? "It is empty." : "There is none.", ...spot(page) })),
  },
  {
    id: "title-single",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page has several titles",
    why: "Only the first counts, and it may be the wrong one.",
    mend: "Leave one <title> in the head.",
    look: ({ titles }) => (titles.length > 1 ? titles.slice(1).map((one) => ({ text: `"${cut(one.text)}"`, spot: one })) : PASSES),
  },
  {
    id: "title-length",
    of: "page",
    category: "head",
    level: "warning",
    title: "The title is too short or too long",
    why: "Short ones say little; long ones are cut in results, or replaced.",
    mend: `Use ${SHORTEST} to ${LONGEST} characters, at most about ${TITLE_PX} pixels.`,
    look: (page) => {
      const title = titleOf(page);
      if (title === "") return "not_applicable";
      const [length, width] = [[...title].length, textWidth(title, TITLE_SIZE)];
      // Signs of full width say more with fewer.
      const short = length < SHORTEST && width < SHORTEST * TITLE_SIZE * 0.5;
      const text = `${length} characters, about ${width} pixels: "${cut(title)}"`;
      return when(short || length > LONGEST || width > TITLE_PX, () => ({ text, ...spot(page) }));
    },
  },
  {
    id: "title-telling",
    of: "page",
    category: "head",
    level: "warning",
    title: "The title says nothing about the page",
    why: "Nobody searches for it, and nobody knows what is behind it.",
    mend: "Name what the page is about.",
    look: (page) => {
      const title = titleOf(page);
      if (title === "") return "not_applicable";
      return when(EMPTY_WORDS.has(title.toLowerCase()), () => ({ text: `"${title}"`, ...spot(page) }));
    },
  },
  {
    id: "title-unique",
    of: "pages",
    category: "head",
    level: "warning",
    title: "Several pages have the same title",
    why: "In results they can't be told apart, and engines show only one.",
    mend: "Give each page a title of its own.",
    look: (pages) => repeated(pages, titleOf),
  },
];

export function titleOf({ titles }: PageFacts): string {
  return titles[0]?.text ?? "";
}

function spot({ titles: [first] }: PageFacts): Pick<Found, "spot"> {
  return first ? { spot: first } : {};
}

/** Pages that say the same; those that say nothing are somebody else's matter. */
export function repeated(pages: readonly PageFacts[], said: (page: PageFacts) => string): Look {
  const by = new Map<string, PageFacts[]>();
  for (const page of pages) by.set(said(page), [...(by.get(said(page)) ?? []), page]);
  by.delete("");
  return [...by]
    .filter(([, alike]) => alike.length > 1)
    .flatMap(([text, alike]) => alike.map(({ url }) => ({ text: `"${cut(text)}" on ${alike.length} pages`, page: url })));
}
