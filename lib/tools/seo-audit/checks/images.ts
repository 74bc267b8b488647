import type { PageFacts, Picture } from "../facts";
import { type Check, cut, type Found, type Look, when } from "./check";

const FILE_NAME =
  /^[\w-]+\.(?:png|jpe?g|gif|webp|svg|avif)$|^(?:img|dsc|image|photo|picture)[_-]?\d+$|^(?:image|picture|photo|img|graphic)$/i;
const LONGEST_ALT = 160;
/** So many stand on the first screen. */
const FIRST = 3;
const MANY = 8;

/** Pictures. */
export const IMAGES: readonly Check[] = [
  {
    id: "image-alt",
    of: "page",
    category: "images",
    level: "warning",
    title: "A picture has no alternative text",
    why: "Screen readers read out its file name, and image search can't place it.",
    mend: 'Describe it in alt, or write alt="" where it is only decoration.',
    look: (page) =>
      each(page, ({ alt, decorative, labelled }) => !decorative && !labelled && (alt === null || (alt !== "" && alt.trim() === "")), named),
  },
  {
    id: "image-link-alt",
    of: "page",
    category: "images",
    level: "error",
    title: "A picture is a link, and says not where to",
    why: "Its alt is the link's only text.",
    mend: "Say in alt where the link leads.",
    look: ({ pictures }) => {
      const alone = pictures.list.filter(({ inLink }) => inLink);
      return alone.length === 0 ? "not_applicable" : alone.filter(({ alt, labelled }) => !alt?.trim() && !labelled).map(named);
    },
  },
  {
    id: "image-alt-telling",
    of: "page",
    category: "images",
    level: "notice",
    title: "An alternative text says little or too much",
    why: "A file name tells nothing; a whole paragraph belongs into the text.",
    mend: `Describe the picture in up to ${LONGEST_ALT} characters.`,
    look: (page) =>
      each(
        page,
        ({ alt }) => alt !== null && (alt.length > LONGEST_ALT || FILE_NAME.test(alt.trim())),
        (one) => ({ text: `"${cut(one.alt ?? "", 80)}"`, spot: one }),
      ),
  },
  {
    id: "image-source",
    of: "page",
    category: "images",
    level: "warning",
    title: "A picture has no source",
    why: "Nothing is shown, or only by a script that crawlers don't run.",
    mend: "Give it a src.",
    look: (page) => each(page, ({ source }) => !source, named),
  },
  {
    id: "image-dimensions",
    of: "page",
    category: "images",
    level: "notice",
    title: "A picture does not say how large it is",
    why: "The text jumps when it arrives.",
    mend: "Add width and height.",
    look: (page) => each(page, ({ sized }) => !sized, named),
  },
  {
    id: "image-lazy-first",
    of: "page",
    category: "images",
    level: "notice",
    title: "The first picture waits to be loaded",
    why: "What is seen first comes last.",
    mend: "Remove loading=lazy from the first picture.",
    look: ({ pictures: { list } }) => {
      const [first] = list.filter(({ decorative }) => !decorative);
      return first ? when(first.lazy, () => named(first)) : "not_applicable";
    },
  },
  {
    id: "image-lazy",
    of: "page",
    category: "images",
    level: "notice",
    title: "Pictures further down load at once",
    why: "They take from the line what the first screen needs.",
    mend: 'Add loading="lazy" to those below the first screen.',
    look: ({ pictures: { list } }) =>
      list.length <= MANY
        ? "not_applicable"
        : list
            .slice(FIRST)
            .filter(({ lazy, decorative }) => !lazy && !decorative)
            .map(named),
  },
];

function named(spot: Picture): Found {
  return { text: spot.url ? cut(spot.url) : "A picture without an address", spot, ...(spot.url ? { url: spot.url } : {}) };
}

function each({ pictures }: PageFacts, faulty: (picture: Picture) => boolean, found: (picture: Picture) => Found): Look {
  return pictures.list.length === 0 ? "not_applicable" : pictures.list.filter(faulty).map(found);
}
