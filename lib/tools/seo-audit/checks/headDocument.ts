import { contentType } from "../../../web/contentType";
import type { PageFacts } from "../facts";
import { metaOf, metasOf } from "../page/meta";
import { type Check, cut, PASSES, when } from "./check";

/** Browsers look for the charset no further than here. */
const EARLY = 1_024;

/** What a browser has to know before it reads on. */
export const HEAD_DOCUMENT: readonly Check[] = [
  {
    id: "doctype",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page does not say that it is modern HTML",
    why: "Browsers fall back to the rules of the nineties, and lay it out otherwise than you see it.",
    mend: "Begin the page with <!doctype html>.",
    look: ({ doctype, quirks }) =>
      when(!doctype || quirks, () => ({ text: doctype ? "An old doctype sets quirks mode." : "There is no doctype." })),
  },
  {
    id: "viewport",
    of: "page",
    category: "head",
    level: "error",
    title: "The page is not made for phones",
    why: "Without a viewport phones show it shrunk; search engines read the phone's version first.",
    mend: 'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
    look: (page) => {
      const [first] = metasOf(page, "viewport");
      if (!first) return [{ text: "There is no viewport." }];
      return when(!/width\s*=\s*device-width|initial-scale\s*=/i.test(first.content), () => ({
        text: `"${cut(first.content)}"`,
        spot: first,
      }));
    },
  },
  {
    id: "viewport-zoom",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page forbids zooming",
    why: "Whoever sees badly can't read it.",
    mend: "Remove user-scalable and maximum-scale from the viewport.",
    look: (page) => {
      const [first] = metasOf(page, "viewport");
      if (!first) return "not_applicable";
      const most = Number(/maximum-scale\s*=\s*([\d.]{1,10})/i.exec(first.content)?.[1] ?? "10");
      const fixed = /user-scalable\s*=\s*(?:no|0)\b/i.test(first.content) || most < 2;
      return when(fixed, () => ({ text: `"${cut(first.content)}"`, spot: first }));
    },
  },
  {
    id: "charset-declared",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page does not name its charset",
    why: "Browsers guess, and letters with accents come out wrong.",
    mend: 'Begin the head with <meta charset="utf-8">.',
    look: ({ decoded: { claims, from } }) =>
      when(!claims.header && !claims.document && from !== "bom", () => ({ text: "Neither headers nor document name one." })),
  },
  {
    id: "charset-early",
    of: "page",
    category: "head",
    level: "notice",
    title: "The charset is named too late",
    why: "Browsers look for it in the first 1,024 bytes alone.",
    mend: "Let it be the first thing in the head.",
    look: ({ charsetAt, decoded: { claims } }) => {
      if (claims.header || charsetAt === null) return "not_applicable";
      return when(charsetAt > EARLY, () => ({ text: `It stands at byte ${charsetAt}.` }));
    },
  },
  {
    id: "charset-true",
    of: "page",
    category: "head",
    level: "warning",
    title: "The charset that is named is not the one that is used",
    why: "Letters come out as question marks or as others.",
    mend: "Send the bytes in the charset that headers and document name: best UTF-8 everywhere.",
    look: ({ decoded }) => {
      const { malformed, charset, claims } = decoded;
      if (malformed) return [{ text: `Some bytes are no text in ${charset}.` }];
      if (!claims.header || !claims.document) return "not_applicable";
      const [header, document] = [plain(claims.header), plain(claims.document)];
      return when(header !== document, () => ({
        text: `The header says ${claims.header}, the document ${claims.document}.`,
        header: "content-type",
      }));
    },
  },
  {
    id: "charset-utf8",
    of: "page",
    category: "head",
    level: "notice",
    title: "The page is not in UTF-8",
    why: "Older charsets lack letters, and forms and feeds lose them.",
    mend: "Save and send it as UTF-8.",
    look: ({ decoded: { charset } }) => when(charset !== "utf-8", () => ({ text: charset })),
  },
  {
    id: "head-whole",
    of: "page",
    category: "head",
    level: "warning",
    title: "What belongs into the head stands in the body",
    why: "An element that may not stand in the head ends it; canonical, robots and hreflang behind it count for nothing.",
    mend: "Move these into the head, and take what is visible out of it.",
    look: ({ metas, links }) => [
      ...metas
        .filter(({ inHead, name }) => !inHead && ["robots", "description", "viewport", "googlebot"].includes(name))
        .map((spot) => ({ text: `meta ${spot.name}`, spot })),
      ...links
        .filter(({ inHead, rel, hreflang }) => !inHead && (rel.includes("canonical") || (rel.includes("alternate") && hreflang)))
        .map((spot) => ({ text: `link ${spot.rel.join(" ")}`, spot })),
    ],
  },
  {
    id: "favicon",
    of: "site",
    category: "head",
    level: "notice",
    title: "The site has no icon",
    why: "Results and tabs show a blank in its place.",
    mend: "Add /favicon.ico, or name an icon in the head.",
    look: ({ favicon }) => {
      if (!favicon.ok) return favicon.reason === "unreachable" ? [{ text: favicon.why }] : { unknown: favicon.why };
      const { status, url, headers, body } = favicon;
      if (status >= 400) return [{ text: `${cut(url)} answers ${status}.`, url }];
      const { kind } = contentType({ headers, body });
      return kind === "html" ? [{ text: `${cut(url)} is a web page.`, url }] : PASSES;
    },
  },
  {
    id: "keywords",
    of: "page",
    category: "head",
    level: "notice",
    title: "The page has a keywords element",
    why: "Search engines have not read it for many years; rivals do.",
    mend: "Remove it.",
    look: (page: PageFacts) => {
      const [first] = metasOf(page, "keywords");
      return when(metaOf(page, "keywords") !== null, () => ({ text: cut(first?.content ?? ""), ...(first ? { spot: first } : {}) }));
    },
  },
];

function plain(charset: string): string {
  const name = charset.toLowerCase();
  if (name === "utf8") return "utf-8";
  return ["iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"].includes(name) ? "windows-1252" : name;
}
