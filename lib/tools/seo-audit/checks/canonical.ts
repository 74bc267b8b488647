import { getDomain } from "tldts";
import type { Asked, PageFacts } from "../facts";
import { type Canonical, canonicalOf, canonicalsOf } from "../page/canonical";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";

/** Which address the page calls its own. */
export const CANONICAL: readonly Check[] = [
  {
    id: "canonical-present",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The page names no canonical address",
    why: "Where one page answers at several addresses, the search engine chooses which one to show.",
    mend: 'Add <link rel="canonical"> with the full address to the head.',
    look: (page) => when(canonicalsOf(page).length === 0, () => ({ text: "There is none in the head or the headers." })),
  },
  {
    id: "canonical-valid",
    of: "page",
    category: "crawl",
    level: "error",
    title: "The canonical address is no address",
    why: "It is ignored.",
    mend: "Write the full address, beginning with https://.",
    look: (page) =>
      judged(
        page,
        ({ url }) => url === null,
        ({ raw }) => `"${cut(raw)}"`,
      ),
  },
  {
    id: "canonical-single",
    of: "page",
    category: "crawl",
    level: "error",
    title: "The page names several canonical addresses",
    why: "Search engines follow none of them.",
    mend: "Leave one, in the head or in the headers.",
    look: (page) => {
      const all = canonicalsOf(page);
      const different = new Set(all.map(({ url, raw }) => url ?? raw)).size;
      if (all.length === 0) return "not_applicable";
      return different > 1 ? all.map((one) => foundOf(one, cut(one.raw))) : PASSES;
    },
  },
  {
    id: "canonical-absolute",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The canonical address is not written in full",
    why: "Copied to another host or scheme, it points to the copy.",
    mend: "Write it with scheme and host.",
    look: (page) =>
      judged(
        page,
        ({ absolute, url }) => url !== null && !absolute,
        ({ raw }) => `"${cut(raw)}"`,
      ),
  },
  {
    id: "canonical-fragment",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The canonical address has a fragment",
    why: "What stands behind # is no page of its own, and is ignored.",
    mend: "Remove the # and what follows it.",
    look: (page) =>
      judged(
        page,
        ({ raw }) => raw.includes("#"),
        ({ raw }) => `"${cut(raw)}"`,
      ),
  },
  {
    id: "canonical-self",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The page calls another page its original",
    why: "Search engines show that one instead, if they agree.",
    mend: "Name the page's own address unless it really is a copy.",
    look: (page) =>
      single(page, (canonical, link) => {
        const [own, named] = [new URL(page.url), new URL(canonical)];
        const other = own.host === named.host && (own.pathname !== named.pathname || own.search !== named.search);
        return when(other, () => foundOf(link, `${cut(page.url)} names ${cut(canonical)}`));
      }),
  },
  {
    id: "canonical-same-site",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The canonical address is on another site",
    why: "The page gives away all that speaks for it.",
    mend: "Name the page's own address unless it is published elsewhere first.",
    look: (page) =>
      single(page, (canonical, link) => {
        const site = (url: string) => getDomain(new URL(url).hostname, { allowPrivateDomains: true }) ?? new URL(url).hostname;
        return when(site(canonical) !== site(page.url), () => foundOf(link, cut(canonical)));
      }),
  },
  {
    id: "canonical-secure",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The canonical address of a secure page is not secure",
    why: "It asks search engines to show the http version.",
    mend: "Write https:// in it.",
    look: (page) => {
      if (!page.url.startsWith("https:")) return "not_applicable";
      return single(page, (canonical, link) => when(canonical.startsWith("http:"), () => foundOf(link, cut(canonical))));
    },
  },
  {
    id: "canonical-answers",
    of: "page",
    category: "crawl",
    level: "error",
    title: "The canonical address has no page",
    why: "Search engines are sent to an error, and may drop both addresses.",
    mend: "Name an address that answers 200.",
    look: (page, site) => target(page, site.canonicals, (status) => status >= 400),
  },
  {
    id: "canonical-direct",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The canonical address redirects",
    why: "What redirects is no original: the hint is weak, or ignored.",
    mend: "Name the address at the end of the redirect.",
    look: (page, site) => target(page, site.canonicals, (status) => status >= 300 && status < 400),
  },
];

function foundOf({ link }: Canonical, text: string): Found {
  return link.fromHeader ? { text, header: "link" } : { text, spot: link };
}

function judged(page: PageFacts, faulty: (one: Canonical) => boolean, text: (one: Canonical) => string): Look {
  const all = canonicalsOf(page);
  return all.length === 0 ? "not_applicable" : all.filter(faulty).map((one) => foundOf(one, text(one)));
}

/** Only where one address is named can it be held against the page. */
function single(page: PageFacts, look: (canonical: string, link: Canonical) => Look): Look {
  const [link] = canonicalsOf(page);
  const canonical = canonicalOf(page);
  return link && canonical ? look(canonical, link) : "not_applicable";
}

function target(page: PageFacts, asked: ReadonlyMap<string, Asked>, faulty: (status: number) => boolean): Look {
  return single(page, (canonical, link) => {
    if (canonical === page.url || canonical === page.asked) return PASSES;
    const answer = asked.get(canonical);
    if (!answer) return { unknown: "More canonical addresses are named than were looked at." };
    if (!answer.ok) return { unknown: answer.why };
    return when(faulty(answer.status), () => foundOf(link, `${cut(canonical)} answers ${answer.status}.`));
  });
}
