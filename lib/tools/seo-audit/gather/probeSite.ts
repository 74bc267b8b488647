import { randomBytes } from "node:crypto";
import { getDomain } from "tldts";
import type { Asked, PageFacts, SiteFacts } from "../facts";
import type { Asker } from "./asker";

export type SiteProbes = Pick<SiteFacts, "nowhere" | "llms" | "favicon" | "plain" | "otherHost" | "otherSlash">;

/** Questions to the site itself, each asked once for the whole call. */
export async function probeSite(asker: Asker, start: PageFacts): Promise<SiteProbes> {
  const url = new URL(start.url);
  const [nowhere, llms, favicon, plain, otherHost, otherSlash] = await Promise.all([
    // No site has it, and none can have kept an answer for it.
    asker.ask(new URL(`/no-such-page-${randomBytes(6).toString("hex")}`, url).href),
    asker.ask(new URL("/llms.txt", url).href, { maxBytes: 64 * 1024 }),
    asker.ask(iconOf(start), { maxBytes: 64 * 1024 }),
    url.protocol === "https:" && url.port === "" ? asker.ask(`http://${url.host}${url.pathname}`) : null,
    variant(asker, otherHostOf(url)),
    variant(asker, otherSlashOf(url)),
  ]);
  return { nowhere, llms, favicon, plain, otherHost, otherSlash };
}

async function variant(asker: Asker, asked: string | null): Promise<(Asked & { asked: string }) | null> {
  return asked ? { ...(await asker.ask(asked)), asked } : null;
}

function iconOf({ links, base, url }: PageFacts): string {
  const named = links.find(({ rel, href }) => rel.includes("icon") && href)?.href;
  const usual = new URL("/favicon.ico", url).href;
  if (!named || !URL.canParse(named, base)) return usual;
  const icon = new URL(named, base);
  return icon.protocol === "https:" || icon.protocol === "http:" ? icon.href : usual;
}

/** With www where it has none, and the other way round; only where the name is a site's own. */
function otherHostOf(url: URL): string | null {
  const domain = getDomain(url.hostname, { allowPrivateDomains: true });
  if (!domain) return null;
  const other = url.hostname === domain ? `www.${domain}` : url.hostname === `www.${domain}` ? domain : null;
  if (!other) return null;
  const target = new URL(url);
  target.hostname = other;
  return target.href;
}

function otherSlashOf(url: URL): string | null {
  const { pathname } = url;
  if (pathname === "/" || url.search !== "" || /\.[a-z0-9]{1,5}$/i.test(pathname)) return null;
  const target = new URL(url);
  target.pathname = pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
  return target.href;
}
