import { cleanText } from "../../cleanText";
import { metaTags } from "../../web/head/metaTags";
import { headerRobots, metaRobots, type RobotsDirective } from "../../web/head/robotsDirectives";
import { readPage } from "../../web/readPage";
import { BOTS } from "../../web/robots/bots";
import { type Robots, readRobots } from "../../web/robots/readRobots";
import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { botsFor } from "./bots";
import { findingsOf } from "./findings";
import { judge } from "./judge";
import type { RobotsCheckAnswer, RobotsCheckInput } from "./schema";

const MOST_SITEMAPS = 50;
const MOST_DIRECTIVES = 30;

type PageSide = { status: number | null; whyNot: string | null; directives: RobotsDirective[] | null; refused: ToolRefusal | null };

/** Reads robots.txt and the page side by side, and judges each robot by both. */
export async function run(input: RobotsCheckInput, ctx: ToolContext): Promise<RobotsCheckAnswer> {
  const url = new URL(input.url);
  url.hash = "";
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const names = botsFor(input.bots ?? []);
  const [robots, page] = await Promise.all([
    readRobots(ctx.web, url.origin, request),
    readDirectives(
      ctx,
      url.href,
      names.map(({ name }) => name),
      request,
    ),
  ]);
  // Nothing of the host answered at all: there is nothing to tell, and the page's own refusal says why.
  if (robots.state === "away" && robots.status === null && page.refused) throw page.refused;
  const bots = names.map((bot) => judge(bot, robots, url, page.directives));
  return {
    url: url.href,
    robots: fileFacts(robots),
    summary: summaryOf(robots, bots),
    bots,
    page: { status: page.status, why_not_read: page.whyNot, directives: (page.directives ?? []).slice(0, MOST_DIRECTIVES) },
    sitemaps: robots.file.sitemaps.slice(0, MOST_SITEMAPS).map(({ url: address }) => cleanText(address, 2_048)),
    findings: findingsOf(robots, bots, page.directives),
    left_out: {
      sitemaps: Math.max(0, robots.file.sitemaps.length - MOST_SITEMAPS),
      faults: Math.max(0, robots.file.faults.length - 40) + robots.file.moreFaults,
    },
  };
}

/** The page's own tags and header. Not being able to read it is no reason to say nothing of robots.txt. */
async function readDirectives(ctx: ToolContext, url: string, names: string[], request: WebRequest): Promise<PageSide> {
  try {
    const { answer, html } = await readPage(ctx.web, url, { ...request, patienceMs: 2_000 });
    const meta = html ? metaRobots(metaTags(html.$), names) : [];
    return { status: answer.status, whyNot: null, directives: [...meta, ...headerRobots(answer.headers["x-robots-tag"])], refused: null };
  } catch (error) {
    if (!(error instanceof ToolRefusal) || ctx.signal.aborted) throw error;
    // These are about the address that was asked for, whatever robots.txt says.
    if (error.reason === "bad_url" || error.reason === "address_not_allowed") throw error;
    return { status: null, whyNot: error.message, directives: null, refused: error };
  }
}

function fileFacts({ url, state, status, why, truncated, file, ageSeconds }: Robots): RobotsCheckAnswer["robots"] {
  const lines = state === "read" ? file.lines.length : 0;
  return { url, state, status, why, bytes_cut: truncated, lines, groups: file.groups.length, age_seconds: ageSeconds };
}

function summaryOf({ state }: Robots, bots: RobotsCheckAnswer["bots"]): string {
  const known = bots.filter(({ name }) => BOTS.some((bot) => bot.name === name));
  if (known.some(({ verdict }) => verdict === "unknown")) return "The server did not answer, so nobody can say what its robots.txt allows.";
  const shut = known.filter(({ verdict }) => verdict === "disallowed");
  if (shut.length === 0)
    return state === "none" ? "There is no robots.txt, so every robot may read the page." : "Every well-known robot may read the page.";
  if (shut.length === known.length) return "None of the well-known robots may read the page.";
  return `${shut.length} of ${known.length} well-known robots may not read the page: ${shut.map(({ name }) => name).join(", ")}.`;
}
