import { baseUrl, linkTags } from "../../web/head/linkTags";
import { readRefresh } from "../../web/head/metaRefresh";
import { metaTags } from "../../web/head/metaTags";
import { type Page, pageOf } from "../../web/readPage";
import type { Web, WebAnswer, WebRequest } from "../../web/types";
import { ToolRefusal } from "../refusal";
import type { RedirectsCheckAnswer } from "./schema";

type Step = RedirectsCheckAnswer["chain"][number];

export type Followed = Pick<RedirectsCheckAnswer, "outcome" | "stopped_by"> & {
  chain: Step[];
  /** Where the last answer came from, and what it names as its own address. */
  canonical: string | null;
  ageSeconds: number;
};

const MOST_STEPS = 20;
/** A longer delay is a notice to read, not a way on. */
const LONGEST_DELAY = 15;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Goes where the address leads, a step at a time. What stops it after the first step is part of the answer. */
export async function follow(web: Web, start: string, request: WebRequest, withPages: boolean): Promise<Followed> {
  const chain: Step[] = [];
  const seen = new Set<string>();
  let ageSeconds = 0;
  const end = (outcome: Followed["outcome"], more: Partial<Followed> = {}): Followed => ({
    outcome,
    chain,
    ageSeconds,
    stopped_by: null,
    canonical: null,
    ...more,
  });
  for (let url = withoutHash(start); chain.length < MOST_STEPS; ) {
    seen.add(url);
    try {
      const answer = await web.fetch(url, { ...request, maxRedirects: 0 });
      ageSeconds = Math.max(ageSeconds, answer.ageSeconds);
      const { step, canonical } = await readStep(answer, withPages);
      chain.push(step);
      if (!step.location) return end("page", { canonical });
      url = withoutHash(step.location);
      if (seen.has(url)) return end("loop");
    } catch (error) {
      // What stopped us only because others ask there too says nothing of the address.
      if (!(error instanceof ToolRefusal) || error.kind === "busy" || chain.length === 0 || request.signal.aborted) throw error;
      return end("stopped", { stopped_by: { reason: error.reason, message: error.message } });
    }
  }
  return end("too_many");
}

async function readStep(answer: WebAnswer, withPages: boolean): Promise<{ step: Step; canonical: string | null }> {
  const { url, status, headers } = answer;
  const blank = { url, status, ms: answer.firstByteMs, leads_by: null, location: null, permanent: null, delay_seconds: null };
  const { location = "" } = headers;
  if (REDIRECTS.has(status) && location && URL.canParse(location, url)) {
    const to = new URL(location, url).href.slice(0, 2_100);
    return { step: { ...blank, leads_by: "location", location: to, permanent: status === 301 || status === 308 }, canonical: null };
  }
  const page = withPages ? await pageOf(answer) : null;
  const refresh = readRefreshOf(answer, page);
  if (refresh) return { step: { ...blank, ...refresh, permanent: false }, canonical: null };
  return { step: blank, canonical: page ? canonicalOf(page) : null };
}

/** Only one that leads elsewhere, and soon: a page that loads itself anew stays where it is. */
function readRefreshOf({ url, headers }: WebAnswer, page: Page | null): Pick<Step, "leads_by" | "location" | "delay_seconds"> | null {
  const base = page?.html ? baseUrl(page.html.$, url) : url;
  const tag = page?.html ? metaTags(page.html.$).find(({ kind, key }) => kind === "http-equiv" && key === "refresh")?.content : undefined;
  for (const [by, content] of [
    ["refresh header", headers.refresh],
    ["meta refresh", tag],
  ] as const) {
    const found = content ? readRefresh(content, base) : null;
    if (found?.url && withoutHash(found.url) !== withoutHash(url) && found.seconds <= LONGEST_DELAY) {
      return { leads_by: by, location: found.url, delay_seconds: found.seconds };
    }
  }
  return null;
}

function canonicalOf({ html, answer }: Page): string | null {
  if (!html) return null;
  const links = linkTags(html.$, baseUrl(html.$, answer.url));
  return links.find(({ rel, url }) => rel.includes("canonical") && url)?.url ?? null;
}

export function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
