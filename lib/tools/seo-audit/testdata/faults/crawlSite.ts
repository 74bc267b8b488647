import { text } from "../faultSite";
import { withBody, withHead } from "../pageSpec";
import type { Fault } from "./fault";

const missing = () => ({ status: 404, headers: { "content-type": "text/plain" }, body: "no" });
const sitemap = (body: (origin: string) => string) => ({
  replies: { "/sitemap.xml": (origin: string) => text(body(origin), "application/xml") },
});
const bare = (path: string) => ({ pages: { [path]: withHead({ canonical: "" }) } });

export const CRAWL_SITE: readonly Fault[] = [
  { id: "sitemap-present", site: { replies: { "/sitemap.xml": missing } } },
  { id: "sitemap-valid", site: sitemap((origin) => `<urlset><url><loc>${origin}/bread</loc></url>`) },
  { id: "sitemap-valid", site: sitemap(() => "<!doctype html><title>Home</title>") },
  { id: "sitemap-valid", site: sitemap(() => "<urlset></urlset>") },
  { id: "sitemap-valid", site: sitemap(() => "<urlset><url><loc>/bread</loc></url></urlset>") },
  {
    id: "sitemap-named",
    site: { replies: { "/robots.txt": () => text("User-agent: *\nAllow: /\n") } },
  },
  {
    id: "sitemap-lists-page",
    site: sitemap((origin) => `<urlset><url><loc>${origin}/rolls</loc></url></urlset>`),
    twin: {
      site: {
        replies: {
          "/sitemap.xml": (origin) =>
            text(`<sitemapindex><sitemap><loc>${origin}/part.xml</loc></sitemap></sitemapindex>`, "application/xml"),
          "/part.xml": (origin) => text(`<urlset><url><loc>${origin}/bread</loc></url></urlset>`, "application/xml"),
        },
      },
    },
  },
  {
    id: "page-answers",
    pages: 4,
    page: withBody({ more: '<a href="/sold-out">What we had last year</a>' }),
    site: { replies: { "/sold-out": () => ({ status: 410, headers: { "content-type": "text/html" }, body: "gone" }) } },
    also: ["links-answer"],
    twin: { page: withBody({ more: '<a href="/rolls">What we have this year</a>' }) },
  },
  {
    id: "one-slash",
    page: withHead({ canonical: "" }),
    site: bare("/bread/"),
    also: ["canonical-present"],
    twin: {
      page: withHead({ canonical: "" }),
      site: { replies: { "/bread/": () => ({ status: 301, headers: { location: "/bread" } }) } },
    },
    twinAlso: ["canonical-present"],
  },
  {
    id: "one-host",
    hosts: { faulty: "doubled.test", good: "single.test" },
    twin: { site: {} },
  },
  {
    id: "soft-404",
    site: { fallback: () => ({ headers: { "content-type": "text/html" }, body: "<!doctype html><title>Sold out</title>" }) },
    twin: { site: { fallback: () => ({ status: 410, headers: { "content-type": "text/html" }, body: "gone" }) } },
  },
  { id: "soft-404", site: { fallback: () => ({ status: 302, headers: { location: "/" } }) } },
];
