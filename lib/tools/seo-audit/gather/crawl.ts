import { setTimeout as sleep } from "node:timers/promises";
import { readPage } from "../../../web/readPage";
import { judgeRobots, type RobotsVerdict } from "../../../web/robots/matchRobots";
import type { Web } from "../../../web/types";
import { ToolRefusal } from "../../refusal";
import type { MissedPage, PageFacts, SiteFacts, SitemapFacts } from "../facts";
import { readPageFacts } from "../page/readPageFacts";
import { type Candidate, frontier } from "./frontier";
import { redirectOf } from "./redirects";

export type CrawlAsk = {
  web: Web;
  start: PageFacts;
  robots: SiteFacts["robots"];
  sitemaps: readonly SitemapFacts[];
  /** Pages in all, the first one counted. */
  pages: number;
  maxAgeSeconds: number;
  /** Aborted when no time is left for further pages. */
  signal: AbortSignal;
};

export type Crawled = { pages: PageFacts[]; missed: MissedPage[] };

/** What doesn't come as a page is told, but must not be asked for without end. */
const MORE_TRIES = 8;
const MOST_MISSED = 40;

/** Further pages of the site, one after the other, as robots.txt allows and in the pace that it asks for. */
export async function crawl(ask: CrawlAsk): Promise<Crawled> {
  const { start, robots, sitemaps, pages: wanted, signal } = ask;
  const { origin } = new URL(start.url);
  const found = frontier(origin, [start.url, start.asked]);
  found.fromPage(start);
  found.fromSitemaps(sitemaps);
  const pages = [start];
  const missed: MissedPage[] = [];
  const miss = (page: MissedPage) => void (missed.length < MOST_MISSED && missed.push(page));
  let tries = wanted + MORE_TRIES;
  while (pages.length < wanted && tries > 0) {
    const next = found.next();
    if (!next) break;
    const verdict = verdictOn(robots, ask.web.userAgent, next.url);
    if (verdict?.allowed === false) {
      miss({ ...next, status: null, why: `robots.txt forbids it in line ${verdict.rule?.line ?? "?"}.` });
      continue;
    }
    tries -= 1;
    const waited = await pause(verdict, signal);
    if (!waited) return { pages, missed: [...missed, { ...next, status: null, why: "There was no time left." }] };
    const read = await readOne(ask, next);
    if ("why" in read) miss(read);
    else if ("moved" in read) found.add({ url: read.moved, foundBy: next.foundBy });
    else {
      pages.push(read);
      found.fromPage(read);
    }
  }
  return { pages, missed };
}

function verdictOn(robots: SiteFacts["robots"], agent: string, url: string): RobotsVerdict | null {
  return robots.state === "read" ? judgeRobots(robots.file, agent, new URL(url)) : null;
}

async function pause(verdict: RobotsVerdict | null, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const seconds = verdict?.crawlDelay?.seconds ?? 0;
  if (seconds > 60) return false;
  return sleep(seconds * 1_000, true, { signal }).catch(() => false);
}

async function readOne(ask: CrawlAsk, { url, foundBy }: Candidate): Promise<PageFacts | MissedPage | { moved: string }> {
  const { web, signal, maxAgeSeconds } = ask;
  try {
    // A redirect is a page of its own to ask for: it may lead to where robots.txt lets nobody in.
    const page = await readPage(web, url, { signal, maxAgeSeconds, timeoutMs: 8_000, patienceMs: 8_000, maxRedirects: 0 });
    const moved = redirectOf(page.answer);
    if (moved) return { moved };
    const { status } = page.answer;
    if (status < 200 || status > 299) return { url, foundBy, status, why: `The server answered ${status}.` };
    const facts = readPageFacts(page, url, foundBy);
    return facts ?? { url, foundBy, status, why: `It is ${page.type.mime ?? "no text that says what it is"}, not a web page.` };
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    return { url, foundBy, status: null, why: signal.aborted ? "There was no time left." : error.message };
  }
}
