import { type PageSpec, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

const moved = (status: number, to: string) => () => ({ status, headers: { location: to } });
const lists = (path: string) => ({
  replies: {
    "/sitemap.xml": (origin: string) => ({
      headers: { "content-type": "application/xml" },
      body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}${path}</loc></url></urlset>`,
    }),
  },
  // The page at another address, complete.
  pages: { [path.split("?")[0] ?? ""]: (page: PageSpec) => page },
});

export const CRAWL_PATH: readonly Fault[] = [
  { id: "redirect-none", path: "/old", site: { replies: { "/old": moved(301, "/bread") } }, twin: { path: "/bread" } },
  {
    id: "redirect-chain",
    path: "/older",
    site: { replies: { "/older": moved(301, "/old"), "/old": moved(301, "/bread") } },
    also: ["redirect-none"],
    twin: { path: "/old", site: { replies: { "/old": moved(301, "/bread") } } },
    twinAlso: ["redirect-none"],
  },
  {
    id: "redirect-permanent",
    path: "/old",
    site: { replies: { "/old": moved(302, "/bread") } },
    also: ["redirect-none"],
    twin: { path: "/old", site: { replies: { "/old": moved(308, "/bread") } } },
    twinAlso: ["redirect-none"],
  },
  { id: "meta-refresh", page: withHead({ refresh: '<meta http-equiv="refresh" content="3; url=/rolls">' }) },
  { id: "meta-refresh", page: withHeaders({ refresh: "5; url=/rolls" }) },
  longPath("url-length", `/bread-${"that-takes-its-time-".repeat(8)}and-more`, `/bread-${"that-takes-".repeat(3)}time`),
  longPath("url-readable", "/Our_Bread", "/our-bread"),
  longPath("url-session", "/bread;jsessionid=8a7f21", "/bread;version=2"),
  {
    ...longPath("url-parameters", "/bread?a=1&b=2&c=3&d=4", "/bread?a=1&b=2"),
    // What is asked about is one page at many addresses, so that its canonical address can't be all of them.
    page: withHead((origin) => ({
      canonical: `<link rel="canonical" href="${origin}/bread?a=1&amp;b=2&amp;c=3&amp;d=4">`,
      ogUrl: own(origin, 4),
    })),
  },
];

function own(origin: string, count: number): string {
  const query = ["a=1", "b=2", "c=3", "d=4"].slice(0, count).join("&amp;");
  return `<meta property="og:url" content="${origin}/bread?${query}">`;
}

function longPath(id: string, path: string, good: string): Fault {
  const twin = good.includes("?")
    ? { page: withHead((origin) => ({ canonical: `<link rel="canonical" href="${origin}/bread?a=1&amp;b=2">`, ogUrl: own(origin, 2) })) }
    : {};
  return { id, path, site: lists(path), twin: { path: good, site: lists(good), ...twin } };
}
