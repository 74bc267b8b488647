import type { Dispatcher } from "undici";
import { unlessAborted } from "./deadline";
import type { Guard } from "./guard";
import { askHop, type Hop } from "./hop";
import { tooManyRedirects } from "./refusals";
import { hostOf, readTarget } from "./target";
import { type TurnCounts, takeTurn } from "./turns";
import type { WebAnswer, WebHop } from "./types";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export type WalkAsk = {
  method: "GET" | "HEAD";
  headers: Record<string, string>;
  maxBytes: number;
  maxRedirects: number;
  patienceMs: number;
  signal: AbortSignal;
};

export type Ground = { agent: Dispatcher; guard: Guard; turns: TurnCounts; isOwn: (url: URL) => boolean };

/** From the first address over every redirect to the last, each looked at as if a stranger had named it: one has. */
export async function walk(ground: Ground, first: URL, ask: WalkAsk, at: (url: URL) => void): Promise<WebAnswer> {
  const began = performance.now();
  const hops: WebHop[] = [];
  for (let url = first; ; ) {
    at(url);
    const addresses = await unlessAborted(ground.guard(url), ask.signal);
    const host = hostOf(url);
    const leave = await takeTurn(ground.turns, { host, addresses, own: ground.isOwn(url), ...ask });
    try {
      const sent = performance.now();
      const hop = await askHop(url, { agent: ground.agent, ...ask });
      const answered = performance.now();
      hops.push({ url: url.href, status: hop.status, location: hop.headers.location ?? null, ms: round(answered - sent) });
      const next = ask.maxRedirects > 0 ? nextAddress(hop, url) : null;
      if (!next) return await finish(hop, url, hops, ask.maxBytes, { began, answered });
      hop.leave();
      refuseEndless(hops, next, ask.maxRedirects);
      url = next;
    } finally {
      leave();
    }
  }
}

/** Where a redirect points; null for any other answer, and for a redirect that says nothing which could be followed. */
function nextAddress({ status, headers }: Hop, from: URL): URL | null {
  const { location } = headers;
  if (!REDIRECTS.has(status) || !location || !URL.canParse(location, from)) return null;
  return readTarget(new URL(location, from).href);
}

function refuseEndless(hops: readonly WebHop[], next: URL, maxRedirects: number): void {
  if (hops.some(({ url }) => url === next.href)) throw tooManyRedirects("The redirects lead back to where they came from.");
  if (hops.length > maxRedirects) throw tooManyRedirects(`There are more than ${maxRedirects} redirects.`);
}

async function finish(hop: Hop, url: URL, hops: WebHop[], maxBytes: number, times: { began: number; answered: number }) {
  const { bytes, truncated } = await hop.read(maxBytes);
  return {
    url: url.href,
    status: hop.status,
    headers: hop.headers,
    setCookies: hop.setCookies,
    body: bytes,
    truncated,
    hops,
    firstByteMs: round(times.answered - times.began),
    totalMs: round(performance.now() - times.began),
    fetchedAt: new Date(),
    ageSeconds: 0,
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
