import type { Robots } from "../../web/robots/readRobots";
import type { SitemapCheckAnswer } from "./schema";

export type Found = { by: SitemapCheckAnswer["found_by"]; urls: string[] };

/** Where sitemaps lie when nobody says where. */
export const USUAL = ["/sitemap.xml", "/sitemap_index.xml", "/sitemap.txt"];

/** Does the address itself name a sitemap, by what sitemaps are called? */
export function isSitemapAddress({ pathname }: URL): boolean {
  return /\.(xml|txt)(\.gz)?$/i.test(pathname) || /sitemap[^/]*$/i.test(pathname);
}

/** Those that robots.txt names; each once. */
export function namedByRobots(robots: Robots): Found | null {
  const urls = [...new Set(robots.file.sitemaps.map(({ url }) => url))].filter((url) => /^https?:\/\//i.test(url));
  return urls.length > 0 ? { by: "robots.txt", urls } : null;
}
