import type { Capped, Spot } from "../facts";
import { type Check, cut, type Found, PASSES, when } from "./check";

/** How the page is laid out for those who can't see it: readers, and machines. */
export const CONTENT_STRUCTURE: readonly Check[] = [
  {
    id: "h1-present",
    of: "page",
    category: "content",
    level: "warning",
    title: "The page has no main heading",
    why: "It is the first thing that tells readers and engines what the page is about.",
    mend: "Add one <h1> with text.",
    look: ({ headings }) => {
      const mains = headings.list.filter(({ level }) => level === 1);
      const [first] = mains;
      return when(!mains.some(({ text }) => text !== ""), () =>
        first ? { text: "It is empty.", spot: first } : { text: "There is no h1." },
      );
    },
  },
  {
    id: "h1-single",
    of: "page",
    category: "content",
    level: "notice",
    title: "The page has several main headings",
    why: "It is not clear which one names the page.",
    mend: "Leave one <h1>, and make the others <h2>.",
    look: ({ headings }) => {
      const mains = headings.list.filter(({ level, text }) => level === 1 && text !== "");
      return mains.length > 1 ? mains.slice(1, 20).map((spot) => ({ text: `"${cut(spot.text)}"`, spot })) : PASSES;
    },
  },
  {
    id: "heading-order",
    of: "page",
    category: "content",
    level: "notice",
    title: "Headings leave out a level",
    why: "Whoever jumps from heading to heading gets lost.",
    mend: "Let each heading be at most one level below the one before.",
    look: ({ headings: { list } }) =>
      list.length === 0
        ? "not_applicable"
        : list
            .filter((heading, index) => heading.level > (list[index - 1]?.level ?? 0) + 1)
            .map((spot) => ({ text: `h${spot.level} "${cut(spot.text, 60)}" ${before(list[list.indexOf(spot) - 1]?.level)}`, spot })),
  },
  {
    id: "heading-empty",
    of: "page",
    category: "content",
    level: "notice",
    title: "A heading is empty",
    why: "It is read out as nothing.",
    mend: "Fill or remove it.",
    look: ({ headings: { list } }) =>
      list.length === 0
        ? "not_applicable"
        : list.filter(({ text, level }) => text === "" && level > 1).map((spot) => ({ text: `An empty h${spot.level}`, spot })),
  },
  {
    id: "form-labels",
    of: "page",
    category: "content",
    level: "warning",
    title: "A field of a form has no label",
    why: "Who can't see it doesn't know what to type, and no software can fill it in.",
    mend: "Add a <label for>, or an aria-label.",
    look: ({ unlabelled }) => spots(unlabelled, "A field without a label"),
  },
  {
    id: "button-names",
    of: "page",
    category: "content",
    level: "warning",
    title: "A button has no name",
    why: "It is read out as just a button.",
    mend: "Put text into it, or an aria-label.",
    look: ({ namelessButtons }) => spots(namelessButtons, "A button without a name"),
  },
  {
    id: "frame-titles",
    of: "page",
    category: "content",
    level: "notice",
    title: "A frame has no title",
    why: "Nobody is told what is inside it.",
    mend: "Add a title to the <iframe>.",
    look: ({ untitledFrames }) => spots({ list: untitledFrames, more: 0 }, "A frame without a title"),
  },
];

function before(level: number | undefined): string {
  return level === undefined ? "comes first." : `follows h${level}.`;
}

function spots({ list }: Capped<Spot>, text: string): Found[] {
  return list.map((spot) => ({ text, spot }));
}
