import { deadline } from "../../../web/deadline";
import { judgeRobots } from "../../../web/robots/matchRobots";
import { readRobots } from "../../../web/robots/readRobots";
import type { Web } from "../../../web/types";
import { ToolRefusal } from "../../refusal";
import type { Facts, SiteFacts } from "../facts";
import { asker } from "./asker";
import { crawl } from "./crawl";
import { probePages } from "./probePages";
import { probeSite } from "./probeSite";
import { readSitemaps } from "./readSitemaps";
import { readStart } from "./readStart";

export type GatherAsk = { url: string; pages: number; maxAgeSeconds: number; web: Web; signal: AbortSignal };

/** How long may be asked, for one page and for several; the rest of the tool's time is for reading. */
const BUDGET_MS = { one: 16_000, several: 40_000, /** Kept back from further pages, for looking at what they name. */ probes: 10_000 };
export type Budget = typeof BUDGET_MS;

/** Everything that is asked of the net in one call, in an order in which the most telling comes first. */
export async function gather({ web: plain, signal, ...ask }: GatherAsk, budget: Budget = BUDGET_MS): Promise<Facts> {
  const { web, count } = counted(plain);
  const several = ask.pages > 1;
  const whole = deadline(several ? budget.several : budget.one, signal);
  const forPages = deadline(budget.several - budget.probes, signal);
  const robotsOf = remembered((origin) => robotsFor({ ...ask, web, signal: whole.signal }, origin));
  // The page alone is one request that somebody wants; several are a crawl, and robots.txt comes before every step.
  const permit = async (url: string) => (several ? refuseForbidden(await robotsOf(new URL(url).origin), web, url) : undefined);
  try {
    const asking = asker(web, whole.signal, ask.maxAgeSeconds);
    const start = await readStart(web, { ...ask, permit, signal: whole.signal });
    const { origin } = new URL(start.url);
    const robots = await robotsOf(origin);
    asking.obey(origin, robots);
    const listed = readSitemaps(asking, origin, robots);
    const { pages, missed } = several
      ? await crawl({ ...ask, web, start, robots, sitemaps: await listed, signal: forPages.signal })
      : { pages: [start], missed: [] };
    const [sitemaps, ofSite, ofPages] = await Promise.all([listed, probeSite(asking, start), probePages(asking, pages)]);
    signal.throwIfAborted();
    const failed = missed.filter(({ status }) => status !== null && status >= 400);
    const site: SiteFacts = { origin, robots, sitemaps, several, failed, ...ofSite, ...ofPages };
    return { asked: { url: ask.url, pages: ask.pages }, pages, missed, site, requests: count() };
  } finally {
    whole.end();
    forPages.end();
  }
}

function remembered<T>(find: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

function counted(web: Web): { web: Web; count: () => number } {
  let count = 0;
  const fetch: Web["fetch"] = (url, request) => {
    count += 1;
    return web.fetch(url, request);
  };
  return { web: { ...web, fetch }, count: () => count };
}

async function robotsFor({ web, pages, maxAgeSeconds, signal }: GatherAsk, origin: string): Promise<SiteFacts["robots"]> {
  try {
    return await readRobots(web, origin, { signal, maxAgeSeconds, timeoutMs: 5_000, patienceMs: 4_000 });
  } catch (error) {
    // A crawl needs to know; a look at one page goes on without.
    if (!(error instanceof ToolRefusal) || pages > 1) throw error;
    return { state: "unknown", why: error.message };
  }
}

function refuseForbidden(robots: SiteFacts["robots"], { userAgent }: Web, url: string): void {
  const hint = "A call for one page reports robots.txt instead of crawling by it.";
  if (robots.state === "away" || robots.state === "unknown") {
    throw new ToolRefusal("robots_forbid", `robots.txt could not be read, so the site must not be crawled. ${robots.why}`, { hint });
  }
  if (robots.state === "none") return;
  const { allowed, rule } = judgeRobots(robots.file, userAgent, new URL(url));
  if (allowed) return;
  throw new ToolRefusal("robots_forbid", `robots.txt forbids ${new URL(url).pathname.slice(0, 100)} in line ${rule?.line ?? "?"}.`, {
    hint,
  });
}
