import type { Manners } from "../../web/robots/manners";
import type { Web, WebAnswer, WebRequest } from "../../web/types";
import { ToolRefusal } from "../refusal";

/** What came of asking for one address beside the page. */
export type Probed = { state: "answered"; answer: WebAnswer } | { state: "not_asked" | "no_answer"; why: string };

export type Probe = { url: string; accept?: string; maxBytes?: number };

export type Prober = {
  /** Asks for each, a few side by side, in this order where there is not time for all. */
  askAll: (probes: readonly Probe[]) => Promise<Probed[]>;
  asked: () => number;
};

const SIDE_BY_SIDE = 3;
/** Beside the page and robots.txt. */
const MOST_REQUESTS = 18;
const EACH_MS = 4_000;
const ALL_MS = 16_000;
const USUAL_BYTES = 64 * 1024;

/** Asks a site for a few things beside one page, as politely as its robots.txt wishes: no other address, and not faster. */
export function proberFor(web: Web, manners: Manners, request: WebRequest): Prober {
  const until = performance.now() + ALL_MS;
  let asked = 0;
  const ask = async ({ url, accept, maxBytes = USUAL_BYTES }: Probe): Promise<Probed> => {
    const refused = await manners.forbids(url);
    if (refused) return { state: "not_asked", why: refused };
    if (asked >= MOST_REQUESTS) return { state: "not_asked", why: "Enough was asked of this site." };
    if (performance.now() + manners.delay * 1_000 > until) {
      return { state: "not_asked", why: manners.delay > 0 ? "The site asks for a pause between requests." : "The time was over." };
    }
    asked += 1;
    await manners.pause();
    const headers: Record<string, string> = accept ? { accept } : {};
    return {
      state: "answered",
      answer: await web.fetch(url, { ...request, headers, maxBytes, maxRedirects: 3, timeoutMs: EACH_MS, patienceMs: 3_000 }),
    };
  };
  const quiet = async (probe: Probe): Promise<Probed> => {
    try {
      return await ask(probe);
    } catch (error) {
      // One address that does not answer is a fact about it; only the end of the whole call is the end of all.
      if (!(error instanceof ToolRefusal) || request.signal.aborted) throw error;
      return { state: "no_answer", why: error.message };
    }
  };
  const askAll = async (probes: readonly Probe[]) => {
    const answers: Probed[] = [];
    const left = [...probes.entries()];
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await quiet(next[1]);
    };
    await Promise.all(Array.from({ length: manners.delay > 0 ? 1 : SIDE_BY_SIDE }, work));
    return answers;
  };
  return { askAll, asked: () => asked };
}

/** The text of a good answer that is no web page: a site that answers everything with its start page has nothing there. */
export function textOf(probed: Probed | undefined): string | null {
  if (probed?.state !== "answered" || probed.answer.status !== 200) return null;
  const text = probed.answer.body.toString("utf8").replace(/^\uFEFF/, "");
  const type = probed.answer.headers["content-type"] ?? "";
  return /html/i.test(type) || /^\s*<(!doctype html|html|head|body)/i.test(text) ? null : text;
}
