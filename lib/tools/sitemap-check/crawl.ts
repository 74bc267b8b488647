import type { Manners } from "../../web/robots/manners";
import type { Web, WebRequest } from "../../web/types";
import { isSitemapAddress, namedByRobots, USUAL } from "./find";
import { type ReadFile, readSitemap } from "./readSitemap";
import type { SitemapCheckAnswer } from "./schema";
import { count, newTally, type Tally } from "./tally";

export type Crawled = {
  by: SitemapCheckAnswer["found_by"];
  files: ReadFile[];
  /** Named, and not read any more. */
  leftOut: number;
  /** An index that an index names, which the protocol doesn't know. */
  nested: string[];
  tally: Tally;
};

const MOST_FILES = 10;
/** Of one index: enough to see that there are more than are read. */
const MOST_NAMED = 1_000;

type Ground = { web: Web; manners: Manners; request: WebRequest; crawled: Crawled };

/** Reads the sitemaps of a site, the ones that they name with them, up to a number of files. */
export async function crawl(web: Web, url: URL, manners: Manners, request: WebRequest): Promise<Crawled> {
  const begin = (by: Crawled["by"]): Ground => ({
    web,
    manners,
    request,
    crawled: { by, files: [], leftOut: 0, nested: [], tally: newTally() },
  });
  if (isSitemapAddress(url)) return readAll(begin("given"), [url.href]);
  const named = namedByRobots(manners.robots);
  if (named) return readAll(begin(named.by), named.urls);
  const tried: ReadFile[] = [];
  for (const path of USUAL) {
    const crawled = await readAll(begin("usual address"), [new URL(path, url).href]);
    if (crawled.files[0]?.file.kind !== "none") return crawled;
    tried.push(...crawled.files);
  }
  return { by: "nowhere", files: tried, leftOut: 0, nested: [], tally: newTally() };
}

async function readAll(ground: Ground, urls: readonly string[]): Promise<Crawled> {
  const { crawled } = ground;
  const jobs = urls.map((url) => ({ url, depth: 0 }));
  const seen = new Set(urls);
  while (jobs.length > 0 && crawled.files.length < MOST_FILES) {
    const [job] = jobs.splice(0, 1);
    if (!job) break;
    for (const url of await readOne(ground, job.url, job.depth)) {
      if (!seen.has(url)) jobs.push({ url, depth: job.depth + 1 });
      seen.add(url);
    }
  }
  crawled.leftOut += jobs.length;
  return crawled;
}

/** Reads one file, and answers what it names if it is an index. */
async function readOne({ web, manners, request, crawled }: Ground, url: string, depth: number): Promise<string[]> {
  // The address that the caller gave is read as a browser would; all others only where robots are let in.
  const refused = crawled.by === "given" && depth === 0 ? null : await manners.forbids(url);
  if (refused) {
    const file = { url, kind: "none" as const, status: null, packed: false, bytes: 0, entries: 0, cut: false, fault: refused };
    crawled.files.push({ file, namespace: true, refused: null });
    return [];
  }
  await manners.pause();
  const home = new URL(url);
  const now = Date.now();
  const named = new Set<string>();
  const read = await readSitemap(web, url, request, (entry, kind) => {
    if (kind !== "index") count(crawled.tally, entry, home, now);
    else if (entry.loc && named.size < MOST_NAMED && /^https?:\/\//i.test(entry.loc) && URL.canParse(entry.loc))
      named.add(new URL(entry.loc).href);
  });
  crawled.files.push(read);
  if (read.file.kind !== "index") return [];
  crawled.leftOut += Math.max(0, read.file.entries - MOST_NAMED);
  if (depth > 0) crawled.nested.push(url);
  return depth > 1 ? [] : [...named];
}
