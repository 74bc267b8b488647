import { mannersAt } from "../../web/robots/manners";
import { countWords } from "../../web/severities";
import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { type Crawled, crawl } from "./crawl";
import { findingsOf } from "./findings";
import { samplePages, spread } from "./samplePages";
import type { SitemapCheckAnswer, SitemapCheckInput } from "./schema";

const USUAL_SAMPLE = 10;
const MOST_FILES_TOLD = 20;

/** Finds the sitemaps, reads them, and asks a few of the pages that they list. */
export async function run(input: SitemapCheckInput, ctx: ToolContext): Promise<SitemapCheckAnswer> {
  const url = new URL(input.url);
  url.hash = "";
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0, timeoutMs: 10_000, patienceMs: 5_000 };
  const manners = await mannersAt(ctx.web, url.origin, request);
  const crawled = await crawl(ctx.web, url, manners, request);
  refuseSilence(crawled, manners.robots.status);
  const home = new URL(crawled.files[0]?.file.url ?? url);
  const pages = [...crawled.tally.pages].filter((page) => new URL(page).host === home.host);
  const sample = await samplePages(ctx.web, spread(pages, input.sample ?? USUAL_SAMPLE), manners, request);
  const findings = findingsOf(crawled, sample);
  const { tally } = crawled;
  return {
    url: url.href,
    found_by: crawled.by,
    summary: summaryOf(crawled, sample, findings),
    files: crawled.files.slice(0, MOST_FILES_TOLD).map(({ file }) => file),
    files_left_out: crawled.leftOut,
    entries: {
      listed: tally.listed,
      distinct: tally.pages.size,
      at_least: crawled.leftOut > 0 || crawled.files.some(({ file }) => file.cut),
      with_lastmod: tally.withLastmod,
      newest_lastmod: tally.newest,
      oldest_lastmod: tally.oldest,
      other_hosts: tally.otherHosts,
    },
    sample,
    findings,
  };
}

/** Where the host itself said nothing to any question, there is no answer to sell. */
function refuseSilence({ files }: Crawled, robotsStatus: number | null): void {
  const refused = files.map((file) => file.refused);
  if (robotsStatus === null && files.every(({ file }) => file.status === null) && refused[0]) throw refused[0];
}

function summaryOf({ by, tally, files }: Crawled, sample: SitemapCheckAnswer["sample"], findings: SitemapCheckAnswer["findings"]): string {
  if (by === "nowhere") return "No sitemap was found, neither in robots.txt nor at the usual addresses.";
  const good = files.filter(({ file }) => file.kind !== "none").length;
  const fileWords = `${good} ${good === 1 ? "file" : "files"}`;
  const pageWords = `${tally.pages.size.toLocaleString("en")} ${tally.pages.size === 1 ? "page" : "pages"}`;
  const asked = sample.filter(({ status }) => status !== null);
  const ok = asked.filter(({ verdict }) => verdict === "ok").length;
  const sampleWords = asked.length > 0 ? `; ${ok} of ${asked.length} asked are as they should be` : "";
  return `${pageWords} in ${fileWords}${sampleWords}. ${countWords(findings)}.`;
}
