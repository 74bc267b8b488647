import type { PageFacts } from "../facts";
import { metaOf, metasOf } from "../page/meta";
import { type Check, cut, PASSES, when } from "./check";
import { repeated } from "./headTitle";

const SHORTEST = 50;
const LONGEST = 165;

/** The description that results may show under the title. */
export const HEAD_DESCRIPTION: readonly Check[] = [
  {
    id: "description-present",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page has no description",
    why: "Results show whatever text is found first instead.",
    mend: 'Add <meta name="description"> with one or two sentences about this page.',
    look: (page) => {
      const [first] = metasOf(page, "description");
      return when(descriptionOf(page) === "", () => (first ? { text: "It is empty.", spot: first } : { text: "There is none." }));
    },
  },
  {
    id: "description-single",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page has several descriptions",
    why: "Nobody can tell which one results will show.",
    mend: "Leave one.",
    look: (page) => {
      const all = metasOf(page, "description");
      return all.length > 1 ? all.slice(1).map((one) => ({ text: `"${cut(one.content)}"`, spot: one })) : PASSES;
    },
  },
  {
    id: "description-length",
    of: "page",
    category: "head",
    level: "notice",
    title: "The description is too short or too long",
    why: "Short ones are passed over for other text; long ones are cut.",
    mend: `Use ${SHORTEST} to ${LONGEST} characters.`,
    look: (page) => {
      const [first] = metasOf(page, "description");
      const text = descriptionOf(page);
      if (text === "" || !first) return "not_applicable";
      // A sign of Chinese, Japanese or Korean says about as much as two letters.
      const length =
        [...text].length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0);
      return when(length < SHORTEST || length > LONGEST, () => ({ text: `${[...text].length} characters`, spot: first }));
    },
  },
  {
    id: "description-unique",
    of: "pages",
    category: "head",
    level: "warning",
    title: "Several pages have the same description",
    why: "It describes none of them.",
    mend: "Write one for each page, or leave it out.",
    look: (pages) => repeated(pages, descriptionOf),
  },
];

export function descriptionOf(page: PageFacts): string {
  return metaOf(page, "description") ?? "";
}
