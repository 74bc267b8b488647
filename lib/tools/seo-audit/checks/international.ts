import type { PageFacts } from "../facts";
import { canonicalOf } from "../page/canonical";
import { type Alternate, alternatesOf } from "../page/hreflang";
import { canonicalTag, primary } from "../page/language";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";

/** Whether the languages of a page know each other. */
export const INTERNATIONAL: readonly Check[] = [
  {
    id: "hreflang-codes",
    of: "page",
    category: "international",
    level: "error",
    title: "An hreflang names no language",
    why: "The line is ignored, and the page is shown to the wrong people.",
    mend: "Use a language, and a region if need be: en, en-GB, zh-Hant, x-default.",
    look: (page) =>
      each(
        page,
        ({ tag }) => tag === null,
        ({ code }) => `"${cut(code)}"`,
      ),
  },
  {
    id: "hreflang-absolute",
    of: "page",
    category: "international",
    level: "error",
    title: "An hreflang address is not written in full",
    why: "Search engines ask for the full address, and may ignore the line.",
    mend: "Write it with https:// and host.",
    look: (page) =>
      each(
        page,
        ({ raw }) => !/^https?:/i.test(raw),
        ({ raw }) => `"${cut(raw)}"`,
      ),
  },
  {
    id: "hreflang-unique",
    of: "page",
    category: "international",
    level: "warning",
    title: "One language leads to several addresses",
    why: "Search engines don't know which one is meant, and trust none.",
    mend: "Name one address for each language.",
    look: (page) => {
      const all = alternatesOf(page);
      if (all.length === 0) return "not_applicable";
      const rival = (one: Alternate) => all.find(({ tag, url }) => tag !== null && tag === one.tag && url !== one.url);
      return all
        .filter((one) => all.indexOf(one) > all.findIndex(({ tag }) => tag === one.tag) && rival(one))
        .map((one) => foundOf(one, one.code));
    },
  },
  {
    id: "hreflang-self",
    of: "page",
    category: "international",
    level: "warning",
    title: "The page leaves itself out of its languages",
    why: "A set of languages that lacks the page itself is not trusted.",
    mend: "Add a line with the page's own language and address.",
    look: (page) => {
      const all = alternatesOf(page);
      if (all.length === 0) return "not_applicable";
      const own = new Set([page.url, page.asked, canonicalOf(page)]);
      return when(!all.some(({ url }) => own.has(url)), () => ({ text: `None of ${all.length} leads to this page.` }));
    },
  },
  {
    id: "hreflang-default",
    of: "page",
    category: "international",
    level: "notice",
    title: "No page is named for all other languages",
    why: "Whoever speaks none of them gets any of them.",
    mend: 'Add hreflang="x-default".',
    look: (page) => {
      const all = alternatesOf(page);
      if (all.length < 2) return "not_applicable";
      return when(!all.some(({ tag }) => tag === "x-default"), () => ({ text: "There is no x-default." }));
    },
  },
  {
    id: "hreflang-canonical",
    of: "page",
    category: "international",
    level: "warning",
    title: "The page has languages, and calls another one its original",
    why: "A page that is only a copy is not shown, in whatever language.",
    mend: "Let each language name itself as canonical.",
    look: (page) => {
      const canonical = canonicalOf(page);
      const all = alternatesOf(page);
      if (all.length === 0 || !canonical) return "not_applicable";
      const other = canonical !== page.url && canonical !== page.asked && all.some(({ url }) => url === canonical);
      return when(other, () => ({ text: `Canonical is ${cut(canonical)}.` }));
    },
  },
  {
    id: "hreflang-lang",
    of: "page",
    category: "international",
    level: "notice",
    title: "The page calls its language by two names",
    why: "Its hreflang says one language, its lang another.",
    mend: "Name the same language in both.",
    look: (page) => {
      const lang = page.language ? canonicalTag(page.language.text) : null;
      const own = alternatesOf(page).find(({ url, tag }) => (url === page.url || url === page.asked) && tag && tag !== "x-default");
      if (!lang || !own?.tag) return "not_applicable";
      return when(primary(own.tag) !== primary(lang), () => foundOf(own, `hreflang ${own.code}, lang ${lang}`));
    },
  },
  {
    id: "hreflang-return",
    of: "pages",
    category: "international",
    level: "error",
    title: "Another language does not link back",
    why: "Search engines trust a pair of languages only where each names the other.",
    mend: "Put the same set of lines on all languages of the page.",
    look: returnLinks,
  },
];

function foundOf({ link }: Alternate, text: string): Found {
  return link.fromHeader ? { text, header: "link" } : { text, spot: link };
}

function each(page: PageFacts, faulty: (one: Alternate) => boolean, text: (one: Alternate) => string): Look {
  const all = alternatesOf(page);
  return all.length === 0 ? "not_applicable" : all.filter(faulty).map((one) => foundOf(one, text(one)));
}

function returnLinks(pages: readonly PageFacts[]): Look {
  const sets = new Map(pages.map((page) => [page.url, { page, alternates: alternatesOf(page) }]));
  if (![...sets.values()].some(({ alternates }) => alternates.length > 0)) return "not_applicable";
  let looked = 0;
  const found = [...sets.values()].flatMap(({ page, alternates }) =>
    alternates.flatMap((one) => {
      const other = one.url && one.url !== page.url ? sets.get(one.url) : undefined;
      if (!other) return [];
      looked += 1;
      const back = other.alternates.some(({ url }) => url === page.url || url === page.asked);
      return back ? [] : [{ ...foundOf(one, `${cut(other.page.url)} does not name ${cut(page.url)}.`), page: page.url }];
    }),
  );
  return looked === 0 ? { unknown: "The other languages are not among the pages of this call." } : found.length > 0 ? found : PASSES;
}
