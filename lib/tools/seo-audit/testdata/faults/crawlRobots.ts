import type { SiteSpec } from "../faultSite";
import { both, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

const robots = (body: (origin: string) => string, status = 200): SiteSpec => ({
  replies: { "/robots.txt": (origin) => ({ status, headers: { "content-type": "text/plain" }, body: body(origin) }) },
});
const named = (origin: string) => `\nSitemap: ${origin}/sitemap.xml\n`;
const meta = (content: string, name = "robots") => withHead({ robots: `<meta name="${name}" content="${content}">` });

export const CRAWL_ROBOTS: readonly Fault[] = [
  {
    id: "robots-search",
    site: robots((origin) => `User-agent: Googlebot\nDisallow: /bre\n\nUser-agent: *\nAllow: /\n${named(origin)}`),
    twin: { site: robots((origin) => `User-agent: Googlebot\nDisallow: /rolls\n\nUser-agent: *\nAllow: /\n${named(origin)}`) },
  },
  { id: "indexable", page: meta("noindex") },
  { id: "indexable", page: meta("none", "googlebot"), also: ["robots-follow"] },
  { id: "indexable", page: withHeaders({ "x-robots-tag": "noindex" }), twin: { page: withHeaders({ "x-robots-tag": "all" }) } },
  {
    id: "indexable",
    page: withHeaders({ "x-robots-tag": "googlebot: noindex" }),
    twin: { page: withHeaders({ "x-robots-tag": "otherbot: noindex" }) },
  },
  {
    id: "indexable",
    page: withHeaders({ "x-robots-tag": "unavailable_after: 2020-01-31" }),
    twin: { page: withHeaders({ "x-robots-tag": "unavailable_after: 2120-01-31" }) },
  },
  {
    id: "noindex-seen",
    page: meta("noindex"),
    site: robots((origin) => `User-agent: Googlebot\nDisallow: /bread\n\nUser-agent: *\nAllow: /\n${named(origin)}`),
    also: ["indexable", "robots-search"],
    twin: { page: meta("noindex") },
    twinAlso: ["indexable"],
  },
  { id: "robots-agree", page: meta("index, noindex"), also: ["indexable"] },
  {
    id: "robots-agree",
    page: both(meta("index, follow"), withHeaders({ "x-robots-tag": "nofollow" })),
    also: ["robots-follow"],
    twin: { page: both(meta("index, follow"), withHeaders({ "x-robots-tag": "follow" })) },
  },
  { id: "robots-follow", page: meta("nofollow"), twin: { page: meta("follow") } },
  { id: "snippet-allowed", page: meta("max-snippet: 0"), twin: { page: meta("max-snippet: 50") } },
  { id: "robots-words-known", page: meta("noimdex"), twin: { page: meta("noarchive, max-image-preview:large") } },
  { id: "robots-answers", site: robots(() => "", 503), also: [], twin: { site: robots(() => "", 404) }, twinAlso: ["sitemap-named"] },
  {
    id: "robots-valid",
    site: robots((origin) => `User-agent: *\nDissalow: /private\nAllow: /\n${named(origin)}`),
    twin: { site: robots((origin) => `User-agent: *\nDisallow: /private$\nAllow: /\n${named(origin)}`) },
  },
  { id: "robots-valid", site: robots((origin) => `User-agent: *\nDisallow: /a$b\n${named(origin)}`) },
  {
    id: "robots-text",
    site: { replies: { "/robots.txt": () => ({ headers: { "content-type": "text/html" }, body: "<!doctype html><title>Home</title>" }) } },
    also: ["sitemap-named"],
  },
];
