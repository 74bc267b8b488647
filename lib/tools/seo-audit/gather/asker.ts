import { judgeRobots } from "../../../web/robots/matchRobots";
import type { Web, WebHop, WebRequest } from "../../../web/types";
import { ToolRefusal } from "../../refusal";
import type { Asked, SiteFacts } from "../facts";
import { redirectOf } from "./redirects";

export type AskOptions = Pick<WebRequest, "method" | "maxBytes" | "maxRedirects" | "timeoutMs" | "headers">;

export type Asker = {
  /** Asks for something beside the page. Never throws: no answer is a value. Asked twice, it is asked once. */
  ask: (url: string, options?: AskOptions) => Promise<Asked>;
  /** From now on robots.txt is obeyed, which must have been read before. */
  obey: (origin: string, robots: SiteFacts["robots"]) => void;
};

type Rules = { origin: string; robots: SiteFacts["robots"] };

/** So many at once: a site takes four, and others want their turn too. */
const AT_ONCE = 3;
const PATIENCE_MS = 4_000;
const EACH_MS = 6_000;
const SMALL = 2_048;
const MOST_REDIRECTS = 5;

export function asker(web: Web, signal: AbortSignal, maxAgeSeconds: number): Asker {
  const known = new Map<string, Promise<Asked>>();
  const turn = turns(AT_ONCE);
  let rules: Rules | null = null;
  const askOnce = async (url: string, options: AskOptions): Promise<Asked> => {
    const why = forbids(rules, url, web.userAgent);
    if (why) return { ok: false, reason: "robots_forbid", why };
    const request = { maxBytes: SMALL, timeoutMs: EACH_MS, patienceMs: PATIENCE_MS, maxAgeSeconds, ...options, maxRedirects: 0, signal };
    return turn(() => fetchOf(web, url, request));
  };
  /** Step by step, since a redirect may lead to where robots.txt lets nobody in. */
  const follow = async (url: string, options: AskOptions, before: WebHop[]): Promise<Asked> => {
    const asked = await askOnce(url, options);
    if (!asked.ok) return asked;
    const hops = [...before, ...asked.hops];
    const next = redirectOf(asked);
    if (!next || hops.length > (options.maxRedirects ?? MOST_REDIRECTS)) return { ...asked, hops };
    if (hops.some((hop) => hop.url === next))
      return { ok: false, reason: "too_many_redirects", why: "The redirects lead back to where they came from." };
    const further = await follow(next, options, hops);
    return !further.ok && further.reason === "robots_forbid" ? { ...asked, hops } : further;
  };
  return {
    ask: (url, options = {}) => {
      const key = JSON.stringify([url, options]);
      const asked = known.get(key) ?? follow(url, options, []);
      known.set(key, asked);
      return asked;
    },
    obey: (origin, robots) => {
      rules = { origin, robots };
    },
  };
}

const NO_TIME: Asked = { ok: false, reason: "too_slow", why: "There was no time left to ask." };

async function fetchOf(web: Web, url: string, request: WebRequest): Promise<Asked> {
  if (request.signal.aborted) return NO_TIME;
  try {
    const { status, headers, url: end, hops, body, truncated } = await web.fetch(url, request);
    return { ok: true, status, headers, url: end, hops, body, truncated };
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    if (request.signal.aborted) return NO_TIME;
    return { ok: false, reason: error.reason, why: error.message };
  }
}

function forbids(rules: Rules | null, url: string, agent: string): string | null {
  if (!rules || !URL.canParse(url) || new URL(url).origin !== rules.origin) return null;
  if (rules.robots.state === "away") return "robots.txt can't be read, so nothing else was asked.";
  if (rules.robots.state !== "read") return null;
  const { allowed, rule } = judgeRobots(rules.robots.file, agent, new URL(url));
  return allowed ? null : `robots.txt forbids it in line ${rule?.line ?? "?"}.`;
}

/** Lets so many in at a time, the others in the order of their coming. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= most) await new Promise<void>((go) => waiting.push(go));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
