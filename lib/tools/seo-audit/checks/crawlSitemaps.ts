import type { SitemapFacts } from "../facts";
import { type Check, PASSES, when } from "./check";

/** The lists of pages that the site gives to crawlers. */
export const CRAWL_SITEMAPS: readonly Check[] = [
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
];

function isUnknown({ status, fault }: SitemapFacts): boolean {
  return status === null && fault !== null;
}

function sum(sitemaps: readonly SitemapFacts[]): number {
  return sitemaps.reduce((total, { count }) => total + count, 0);
}
