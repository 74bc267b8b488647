import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { picture } from "@/lib/devnet/sampleSite/picture";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { CERTIFICATE } from "./certificate";
import { type Change, goodPage, htmlOf, type PageSpec } from "./pageSpec";

export type Reply = { status?: number; headers?: Record<string, string>; body?: string | Buffer; delayMs?: number };

/** What one site has otherwise than the good one: pages in pieces, and whatever else it answers. */
export type SiteSpec = {
  pages?: Record<string, Change>;
  replies?: Record<string, (origin: string) => Reply>;
  /** For whatever else is asked. */
  fallback?: () => Reply;
};

export type FaultSite = {
  /** Address of a path on a site of this name; the site is good but for what is told here. */
  at: (name: string, path: string, spec?: SiteSpec) => string;
  port: number;
  asked: string[];
  web: Web;
  close: () => Promise<void>;
};

/** Names that nobody knows. */
const NAMELESS = new Set(["nowhere.test", "www.single.test"]);
const PAGES = new Set(["/", "/bread", "/rolls"]);

/** Many small sites behind one real https server, told apart by their names. */
export async function startFaultSite(): Promise<FaultSite> {
  const specs = new Map<string, SiteSpec>();
  const asked: string[] = [];
  const site: Site = await startSite((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(":")[0]}${request.url}`);
    void answer(request, response, specs);
  }, CERTIFICATE);
  const web = testWeb([], {
    allowLocal: true,
    ca: CERTIFICATE.cert,
    resolve: async (host) => (/\.test$/.test(host) && !NAMELESS.has(host) ? ["127.0.0.1"] : []),
  });
  const at: FaultSite["at"] = (name, path, spec) => {
    const host = name.includes(".") ? name : `${name}.site.test`;
    if (spec) specs.set(host, spec);
    return `https://${host}:${site.port}${path}`;
  };
  return { at, port: site.port, asked, web, close: site.close };
}

async function answer(request: IncomingMessage, response: ServerResponse, specs: ReadonlyMap<string, SiteSpec>): Promise<void> {
  const host = request.headers.host ?? "";
  const origin = `https://${host}`;
  const { pathname } = new URL(request.url ?? "/", origin);
  const { pages = {}, replies = {}, fallback } = specs.get(host.split(":")[0] ?? "") ?? {};
  const made = replies[`${request.url}`] ?? replies[pathname];
  const change = pages[pathname];
  const reply =
    made?.(origin) ??
    (change || PAGES.has(pathname) ? pageReply(change, origin, pathname) : (usual(origin, pathname) ?? fallback?.() ?? NOTHING));
  const { status = 200, headers = {}, body = "", delayMs = 0 } = reply;
  if (delayMs > 0) await sleep(delayMs);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

function pageReply(change: Change | undefined, origin: string, path: string): Reply {
  const good = goodPage(origin, path);
  const page: PageSpec = change ? change(good, origin) : good;
  const bytes = page.encode(htmlOf(page));
  const packed = page.packed && bytes.length > 1_000;
  return {
    status: page.status,
    headers: { ...page.headers, ...(packed ? { "content-encoding": "gzip" } : {}) },
    body: packed ? gzipSync(bytes) : bytes,
  };
}

const CARD = picture(1_200, 630);
const LOAF = picture(320, 180);
const ICON = picture(32, 32);
const image = (body: Buffer): Reply => ({ headers: { "content-type": "image/png" }, body });
export const text = (body: string | Buffer, type = "text/plain"): Reply => ({ headers: { "content-type": type }, body });

const NOTHING: Reply = { status: 404, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Sold out</title>" };

/** What a good site has beside its pages. */
function usual(origin: string, path: string): Reply | null {
  switch (path) {
    case "/robots.txt":
      return text(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`);
    case "/sitemap.xml":
      return text(sitemap([...PAGES].map((page) => `${origin}${page}`)), "application/xml");
    case "/llms.txt":
      return text(`# The bakery\n\n> Bread.\n\n- [Rye bread](${origin}/bread): what it is made of\n`);
    case "/card.png":
      return image(CARD);
    case "/loaf.png":
      return image(LOAF);
    case "/roll.png":
    case "/favicon.ico":
      return image(ICON);
    default:
      return null;
  }
}

export function sitemap(urls: readonly string[]): string {
  const entries = urls.map((url) => `<url><loc>${url.replaceAll("&", "&amp;")}</loc></url>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`;
}
