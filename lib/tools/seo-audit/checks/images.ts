import { contentType } from "../../../web/contentType";
import type { Asked, PageFacts, Picture, Sample, SiteFacts } from "../facts";
import { type Check, cut, type Found, type Look, when } from "./check";

const HEAVY = 500 * 1024;
const WORTH_PACKING = 200 * 1024;
const OLD = /^image\/(?:bmp|x-ms-bmp|tiff|x-tiff)$/;
const PLAIN = /^image\/(?:png|gif)$/;
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
  {
    id: "image-answers",
    of: "site",
    category: "images",
    level: "error",
    title: "A picture is missing",
    why: "A gap or a torn symbol stands in its place.",
    mend: "Mend its address, or put the file back.",
    look: (site) =>
      sampled(
        site,
        ({ asked }) => (!asked.ok ? asked.reason === "unreachable" : asked.status === 404 || asked.status === 410 || asked.status >= 500),
        answerOf,
      ),
  },
  {
    id: "image-weight",
    of: "site",
    category: "images",
    level: "warning",
    title: "A picture is heavy",
    why: "On a phone it takes seconds.",
    mend: "Make it smaller, and save it as WebP or AVIF.",
    look: (site) => sampled(site, ({ asked }) => bytesOf(asked) > HEAVY, weightOf),
  },
  {
    id: "image-format",
    of: "site",
    category: "images",
    level: "notice",
    title: "A picture is in a wasteful format",
    why: "The same picture could be a fraction as large.",
    mend: "Save photos as WebP or AVIF.",
    look: (site) => sampled(site, ({ asked }) => isWasteful(asked), weightOf),
  },
];

function named(spot: Picture): Found {
  return { text: spot.url ? cut(spot.url) : "A picture without an address", spot, ...(spot.url ? { url: spot.url } : {}) };
}

function each({ pictures }: PageFacts, faulty: (picture: Picture) => boolean, found: (picture: Picture) => Found): Look {
  return pictures.list.length === 0 ? "not_applicable" : pictures.list.filter(faulty).map(found);
}

function sampled({ pictures }: SiteFacts, faulty: (sample: Sample) => boolean, found: (sample: Sample) => Found): Look {
  if (pictures.length === 0) return "not_applicable";
  const [first] = pictures;
  if (first && pictures.every(({ asked }) => !asked.ok && asked.reason !== "unreachable"))
    return { unknown: first.asked.ok ? "" : first.asked.why };
  return pictures.filter(faulty).map(found);
}

function answerOf({ url, from, spot, asked }: Sample): Found {
  return { text: asked.ok ? `${cut(url)} answers ${asked.status}.` : asked.why, url, page: from, spot };
}

function weightOf({ url, from, spot, asked }: Sample): Found {
  return { text: `${cut(url)}: ${Math.round(bytesOf(asked) / 1024)} KB, ${mimeOf(asked)}`, url, page: from, spot };
}

function bytesOf(asked: Asked): number {
  return asked.ok && asked.status === 200 ? Number(asked.headers["content-length"] ?? 0) || 0 : 0;
}

function mimeOf(asked: Asked): string {
  return (asked.ok && contentType(asked).mime) || "";
}

function isWasteful(asked: Asked): boolean {
  const mime = mimeOf(asked);
  return asked.ok && asked.status === 200 && (OLD.test(mime) || (PLAIN.test(mime) && bytesOf(asked) > WORTH_PACKING));
}
