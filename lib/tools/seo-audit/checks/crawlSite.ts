import type { SiteFacts, SitemapFacts } from "../facts";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";

/** What the site offers to crawlers, and how it answers them. */
export const CRAWL_SITE: readonly Check[] = [
  {
    id: "robots-answers",
    of: "site",
    category: "crawl",
    level: "error",
    blocking: true,
    title: "robots.txt is out of order",
    why: "As long as it answers with an error, search engines crawl nothing of the site.",
    mend: "Let it answer 200, or 404 where there is none.",
    look: ({ robots }) => {
      if (robots.state === "unknown") return { unknown: robots.why };
      return when(robots.state === "away", () => ({ text: robots.why, url: robots.url }));
    },
  },
  {
    id: "robots-valid",
    of: "site",
    category: "crawl",
    level: "warning",
    title: "robots.txt has lines that mean nothing",
    why: "A rule with a slip in it does not hold, and nobody is told.",
    mend: "Mend or remove these lines.",
    look: ({ robots }) => {
      if (robots.state === "unknown") return { unknown: robots.why };
      if (robots.state !== "read") return "not_applicable";
      const { url, file, truncated } = robots;
      const odd = file.groups.flatMap(({ rules }) => rules.filter(({ pattern }) => /\$./.test(pattern)));
      return [
        ...file.faults.map(({ line, what }) => ({ text: what, line, url })),
        ...odd.map(({ line }) => ({ text: '"$" means the end of the address, and stands last.', line, url })),
        ...when(truncated, () => ({ text: "It is longer than 500 KB: what comes behind is not read.", url })),
      ];
    },
  },
  {
    id: "robots-text",
    of: "site",
    category: "crawl",
    level: "notice",
    title: "A web page comes where robots.txt should be",
    why: "It holds no rules, so that everything is allowed whether you mean it or not.",
    mend: "Serve a plain text file, or answer 404.",
    look: ({ robots }) => {
      if (robots.state === "unknown") return { unknown: robots.why };
      const page = robots.state === "none" && robots.status !== null && robots.status < 300;
      return when(page, () => ({ text: robots.why, url: robots.url }));
    },
  },
  {
    id: "sitemap-present",
    of: "site",
    category: "crawl",
    level: "warning",
    title: "No sitemap was found",
    why: "Pages that few others link to are found late or never.",
    mend: "Publish a sitemap, and name it in robots.txt.",
    look: ({ sitemaps }) => {
      const unknown = sitemaps.find(isUnknown);
      if (sitemaps.some(({ status }) => status === 200)) return PASSES;
      return unknown ? { unknown: unknown.fault ?? "" } : sitemaps.map(({ url, fault }) => ({ text: fault ?? "", url }));
    },
  },
  {
    id: "sitemap-valid",
    of: "site",
    category: "crawl",
    level: "warning",
    title: "A sitemap can't be read",
    why: "Search engines drop a file with faults, and all that it lists.",
    mend: "Let it be whole XML with full addresses.",
    look: ({ sitemaps }) => {
      const there = sitemaps.filter(({ status }) => status === 200);
      if (there.length === 0) return "not_applicable";
      return there.filter(({ fault }) => fault !== null).map(({ url, fault }) => ({ text: fault ?? "", url }));
    },
  },
  {
    id: "sitemap-named",
    of: "site",
    category: "crawl",
    level: "notice",
    title: "robots.txt does not name the sitemap",
    why: "Only those who guess its address find it.",
    mend: 'Add a line such as "Sitemap: https://example.com/sitemap.xml".',
    look: ({ sitemaps, robots }) => {
      const [found] = sitemaps.filter(({ status }) => status === 200);
      if (!found || robots.state === "unknown") return "not_applicable";
      return when(!found.named, () => ({ text: `${found.url} is there, and not named.`, url: robots.url }));
    },
  },
  {
    id: "sitemap-lists-page",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The sitemap does not list the page",
    why: "A page that the site itself leaves out counts for less.",
    mend: "Add it, or find out why it was left out.",
    look: ({ url, asked }, { sitemaps }) => {
      const good = sitemaps.filter(({ kind, fault }) => kind !== null && fault === null);
      if (good.length === 0) return "not_applicable";
      if (good.some(({ locations }) => locations.has(url) || locations.has(asked))) return PASSES;
      if (good.some(({ partial }) => partial)) return { unknown: "The sitemap is too large to be read as a whole." };
      return [{ text: `${sum(good)} addresses are listed, this one is not.`, url: good[0]?.url ?? "" }];
    },
  },
  {
    id: "soft-404",
    of: "site",
    category: "crawl",
    level: "error",
    title: "Addresses that don't exist answer as if they did",
    why: "Search engines waste their time on endless empty pages, and dead links are never noticed.",
    mend: "Answer 404 or 410 where there is nothing.",
    look: ({ nowhere }) => {
      if (!nowhere.ok) return { unknown: nowhere.why };
      const { status, hops, url } = nowhere;
      const text = hops.length > 1 ? `A made-up address leads to ${cut(url)} with ${status}.` : `A made-up address answers ${status}.`;
      return when(status < 400, () => ({ text, url: hops[0]?.url ?? url }));
    },
  },
  {
    id: "one-host",
    of: "site",
    category: "crawl",
    level: "warning",
    title: "The site answers with and without www",
    why: "Each page exists twice, and what speaks for it is split.",
    mend: "Redirect one of the two to the other.",
    look: ({ otherHost, origin }) => twin(otherHost, (url) => new URL(url).host !== new URL(origin).host),
  },
  {
    id: "one-slash",
    of: "site",
    category: "crawl",
    level: "notice",
    title: "The page answers with and without a slash at its end",
    why: "Links to both make two pages of one.",
    mend: "Redirect one to the other, or name one as canonical.",
    look: ({ otherSlash, canonicals }, [page]) => {
      if (!otherSlash) return "not_applicable";
      const named = page?.links.some(({ rel, inHead }) => inHead && rel.includes("canonical")) || canonicals.size > 0;
      return named ? PASSES : twin(otherSlash, (url) => url !== page?.url);
    },
  },
  {
    id: "page-answers",
    of: "site",
    category: "crawl",
    level: "error",
    title: "A page of the site answers with an error",
    why: "The site links to it or lists it, and nobody can open it.",
    mend: "Mend the page, or remove what leads to it.",
    look: ({ failed, several }) =>
      several
        ? failed.map(({ url, status, foundBy }) => ({ text: `${cut(url)} answers ${status}; found by a ${foundBy}.`, url }))
        : { unknown: "Only one page was asked for." },
  },
];

function isUnknown({ status, fault }: SitemapFacts): boolean {
  return status === null && fault !== null;
}

function sum(sitemaps: readonly SitemapFacts[]): number {
  return sitemaps.reduce((total, { count }) => total + count, 0);
}

/** A second address is a fault where it answers by itself. That nothing is there is as good as a redirect. */
function twin(asked: SiteFacts["otherHost"], isOther: (url: string) => boolean): Look {
  if (!asked) return "not_applicable";
  if (!asked.ok) return asked.reason === "unreachable" ? PASSES : { unknown: asked.why };
  const found: Found = { text: `${asked.asked} answers ${asked.status} by itself.`, url: asked.asked };
  return when(asked.status >= 200 && asked.status < 300 && isOther(asked.url), () => found);
}
