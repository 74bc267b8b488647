import type { PageFacts, SitemapFacts } from "../facts";

export type Candidate = { url: string; foundBy: "link" | "sitemap" };

export type Frontier = {
  fromPage: (page: PageFacts) => void;
  fromSitemaps: (sitemaps: readonly SitemapFacts[]) => void;
  add: (candidate: Candidate) => void;
  next: () => Candidate | null;
};

const MOST = 2_000;
/** By their names these are no pages. */
const FILES =
  /\.(?:pdf|png|jpe?g|gif|webp|avif|svg|ico|css|js|mjs|json|xml|txt|zip|gz|tgz|rar|7z|mp[34]|webm|ogg|wav|mov|avi|docx?|xlsx?|pptx?|csv|woff2?|ttf|eot|exe|dmg|apk|rss|atom)$/i;

/** Addresses of one site that are still to be asked, links first, each once. */
export function frontier(origin: string, known: readonly string[]): Frontier {
  const seen = new Set(known);
  const links: Candidate[] = [];
  const listed: Candidate[] = [];
  const add = (candidate: Candidate) => {
    if (seen.size >= MOST || !isPage(candidate.url, origin)) return;
    const url = plain(candidate.url);
    if (seen.has(url)) return;
    seen.add(url);
    (candidate.foundBy === "link" ? links : listed).push({ ...candidate, url });
  };
  return {
    fromPage: (page) => {
      if (page.metas.some(({ name, content }) => name === "robots" && /\b(?:nofollow|none)\b/i.test(content))) return;
      for (const { url, rel } of page.anchors.list) if (url && !rel.includes("nofollow")) add({ url, foundBy: "link" });
    },
    fromSitemaps: (sitemaps) => {
      for (const { locations } of sitemaps) for (const url of locations) add({ url, foundBy: "sitemap" });
    },
    add,
    next: () => links.shift() ?? listed.shift() ?? null,
  };
}

function isPage(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false;
  const target = new URL(url);
  return target.origin === origin && !FILES.test(target.pathname);
}

function plain(url: string): string {
  const target = new URL(url);
  target.hash = "";
  return target.href;
}
