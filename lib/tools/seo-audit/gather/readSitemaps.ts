import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Asked, SiteFacts, SitemapFacts } from "../facts";
import type { Asker } from "./asker";
import { parseSitemap } from "./parseSitemap";

/** Named in robots.txt, and files of one index: so many are read, the rest is said to be partial. */
const MOST_NAMED = 3;
const MOST_FILES = 3;
const MOST_BYTES = 4 * 1024 * 1024;

/** The sitemaps that robots.txt names, else the one at the usual place. */
export async function readSitemaps(asker: Asker, origin: string, robots: SiteFacts["robots"]): Promise<SitemapFacts[]> {
  const named = robots.state === "read" ? [...new Set(robots.file.sitemaps.map(({ url }) => url))] : [];
  const usual = new URL("/sitemap.xml", origin).href;
  const urls = named.length > 0 ? named.slice(0, MOST_NAMED) : [usual];
  return Promise.all(urls.map((url) => readOne(asker, url, named.length > 0)));
}

async function readOne(asker: Asker, url: string, named: boolean): Promise<SitemapFacts> {
  const facts = await readFile(asker, url, named);
  if (facts.kind !== "index") return facts;
  const files = [...facts.locations];
  const read = await Promise.all(files.slice(0, MOST_FILES).map((file) => readFile(asker, file, false)));
  const fault = read.find((file) => file.fault)?.fault ?? facts.fault;
  return {
    ...facts,
    locations: new Set(read.flatMap((file) => [...file.locations])),
    count: read.reduce((sum, file) => sum + file.count, 0),
    partial: facts.partial || files.length > MOST_FILES || read.some((file) => file.partial || file.fault !== null),
    fault: files.length === 0 ? "The index lists no sitemap." : fault,
  };
}

async function readFile(asker: Asker, url: string, named: boolean): Promise<SitemapFacts> {
  const blank = { url, named, kind: null, locations: new Set<string>(), count: 0, partial: false };
  const asked = await asker.ask(url, { maxBytes: MOST_BYTES });
  if (!asked.ok) return { ...blank, status: null, fault: asked.why };
  const { status } = asked;
  if (status !== 200) return { ...blank, status, fault: `The server answered ${status}.` };
  const { kind, locations, count, fault, partial } = parseSitemap(await textOf(asked), asked.truncated);
  return { ...blank, status, kind, locations, count, fault, partial: partial || asked.truncated };
}

/** Some servers send the packed file as it lies on their disk. */
async function textOf({ body }: Asked & { ok: true }): Promise<string> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body.toString("utf8");
  return promisify(gunzip)(body, { maxOutputLength: MOST_BYTES }).then(
    (plain) => plain.toString("utf8"),
    () => "",
  );
}
