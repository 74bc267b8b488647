import type { Asked, PageFacts, Sample, SiteFacts, Spot } from "../facts";
import { addressOf } from "../page/address";
import { canonicalsOf } from "../page/canonical";
import { metaOf } from "../page/meta";
import type { Asker } from "./asker";

export type PageProbes = Pick<SiteFacts, "canonicals" | "socialPictures" | "links" | "linksOut" | "pictures">;

/** How many of what the pages name are looked at: enough to find a fault, few enough to be a guest. */
const SAMPLES = { links: { first: 8, more: 14 }, linksOut: { first: 3, more: 3 }, pictures: { first: 5, more: 10 } } as const;
const MOST_TARGETS = 10;
/** A picture tells its size within its beginning. */
const PICTURE_BYTES = 256 * 1024;

/** Asks for what the pages name: canonical addresses, social pictures, and a sample of links and pictures. */
export async function probePages(asker: Asker, pages: readonly PageFacts[]): Promise<PageProbes> {
  const known = new Set(pages.flatMap(({ url, asked }) => [url, asked]));
  const canonicals = await askAll(
    asker,
    targets(
      pages.flatMap(canonicalsOf).flatMap(({ url }) => url ?? []),
      known,
    ),
    { maxRedirects: 0 },
  );
  const pictures = pages.flatMap((page) => addressOf(metaOf(page, "og:image"), page.base)?.url ?? []);
  const socialPictures = await askAll(asker, targets(pictures, new Set()), { maxBytes: PICTURE_BYTES });
  const size = pages.length > 1 ? "more" : "first";
  const [links, linksOut, sampled] = await Promise.all([
    sample(asker, linksOf(pages, known, true), SAMPLES.links[size]),
    sample(asker, oneOfEachHost(linksOf(pages, known, false)), SAMPLES.linksOut[size]),
    sample(asker, picturesOf(pages), SAMPLES.pictures[size]),
  ]);
  return { canonicals, socialPictures, links, linksOut, pictures: sampled };
}

function targets(urls: readonly string[], known: ReadonlySet<string>): string[] {
  return [...new Set(urls)].filter((url) => !known.has(url)).slice(0, MOST_TARGETS);
}

async function askAll(asker: Asker, urls: readonly string[], options: { maxBytes?: number; maxRedirects?: number }) {
  const asked = await Promise.all(urls.map(async (url) => [url, await asker.ask(url, options)] as const));
  return new Map<string, Asked>(asked);
}

type Named = { url: string; from: string; spot: Spot };

function linksOf(pages: readonly PageFacts[], known: ReadonlySet<string>, inside: boolean): Named[] {
  return pages.flatMap(({ url: from, anchors }) =>
    anchors.list
      .filter(
        ({ url, rel }) => url && !known.has(url) && (new URL(url).origin === new URL(from).origin) === inside && !rel.includes("nofollow"),
      )
      .map(({ url, selector, snippet }) => ({ url: url ?? "", from, spot: { selector, snippet } })),
  );
}

function picturesOf(pages: readonly PageFacts[]): Named[] {
  return pages.flatMap(({ url: from, pictures }) =>
    pictures.list.flatMap(({ url, selector, snippet }) => (url ? [{ url, from, spot: { selector, snippet } }] : [])),
  );
}

function oneOfEachHost(named: readonly Named[]): Named[] {
  return [...new Map(named.map((one) => [new URL(one.url).host, one]).reverse() as [string, Named][]).values()].reverse();
}

/** Spread over the whole list: the first links of all pages are the same menu. */
async function sample(asker: Asker, named: readonly Named[], most: number): Promise<Sample[]> {
  const each = [...new Map([...named].reverse().map((one) => [one.url, one])).values()].reverse();
  const step = Math.max(1, each.length / most);
  const chosen = Array.from({ length: Math.min(most, each.length) }, (_, index) => each[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  );
  return Promise.all(chosen.map(async (one) => ({ ...one, asked: await head(asker, one.url) })));
}

/** Some servers answer HEAD wrongly: what looks broken is asked for once more as a page would be. */
async function head(asker: Asker, url: string): Promise<Asked> {
  const asked = await asker.ask(url, { method: "HEAD" });
  return asked.ok && asked.status < 400 ? asked : asker.ask(url);
}
