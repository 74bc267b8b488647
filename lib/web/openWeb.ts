import { guardedAgent } from "./agent";
import type { AnswerCache } from "./answerCache";
import { deadline } from "./deadline";
import { dial } from "./dial";
import { refusalOf } from "./failure";
import { type GuardRules, guardOf } from "./guard";
import { WEB_LIMITS, within } from "./limits";
import { hostBusy } from "./refusals";
import { rememberNames } from "./resolve";
import { hostOf, readTarget } from "./target";
import type { TurnCounts } from "./turns";
import type { Web, WebAnswer, WebRequest } from "./types";
import { type Ground, walk } from "./walk";

export type WebOptions = GuardRules & {
  turns: TurnCounts;
  cache: AnswerCache;
  userAgent: string;
  /** How long the addresses of a name are taken for known; each is checked again wherever it is connected to. */
  namesKeptMs?: number;
  /** A certificate that is trusted beside the well-known ones. */
  ca?: string;
};

/** A way out of its own: whom it may ask, how politely, and what it remembers are the caller's to say. */
export function openWeb({ turns, cache, userAgent, namesKeptMs = 10_000, ca, ...rules }: WebOptions): Web {
  const guard = guardOf({ ...rules, resolve: rememberNames(rules.resolve, namesKeptMs) });
  const isOwn = (url: URL) => rules.localOrigins.has(url.origin);
  const ground: Ground = { agent: guardedAgent({ guard, ...(ca ? { ca } : {}) }), guard, turns, isOwn };

  const fetch = async (address: string, request: WebRequest): Promise<WebAnswer> => {
    const url = readTarget(address);
    const key = keyOf(url, request);
    const kept = request.maxAgeSeconds ? cache.find(key, request.maxAgeSeconds) : null;
    if (kept) return kept;
    const answer = await askNow(ground, url, request, userAgent);
    if (mayKeep(answer, request)) cache.keep(key, answer);
    return answer;
  };
  const check = async (address: string) => void (await guard(readTarget(address)));
  const connect: Web["connect"] = async (host, port, signal) => {
    const target = readTarget(`http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${port}`);
    const addresses = await guard(target);
    const turn = isOwn(target) ? { wait: 0, leave: () => undefined } : turns.connection([hostOf(target)]);
    if (!("leave" in turn)) throw hostBusy(host, turn.wait);
    try {
      const socket = await dial(addresses, port, AbortSignal.any([signal, AbortSignal.timeout(WEB_LIMITS.timeoutMs.usual)]));
      socket.once("close", turn.leave);
      return socket;
    } catch (error) {
      turn.leave();
      throw refusalOf(error, host, signal);
    }
  };
  return { fetch, check, connect, userAgent };
}

async function askNow(ground: Ground, url: URL, request: WebRequest, userAgent: string): Promise<WebAnswer> {
  const { signal, end } = deadline(within(request.timeoutMs, WEB_LIMITS.timeoutMs), request.signal);
  let host = hostOf(url);
  try {
    const ask = {
      method: request.method ?? "GET",
      headers: headersOf(request, userAgent),
      maxBytes: within(request.maxBytes, WEB_LIMITS.maxBytes),
      maxRedirects: within(request.maxRedirects, WEB_LIMITS.maxRedirects),
      patienceMs: within(request.patienceMs, WEB_LIMITS.patienceMs),
      signal,
    };
    return await walk(ground, url, ask, (at) => {
      host = hostOf(at);
    });
  } catch (error) {
    throw refusalOf(error, host, signal);
  } finally {
    end();
  }
}

function headersOf({ headers = {} }: WebRequest, userAgent: string): Record<string, string> {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { accept: "*/*", ...own, "accept-encoding": "gzip, deflate, br, zstd", "user-agent": userAgent };
}

/** Whatever changes the answer is in it. */
function keyOf(url: URL, { method = "GET", headers = {}, maxBytes, maxRedirects }: WebRequest): string {
  return JSON.stringify([method, url.href, Object.entries(headers).sort(), maxBytes ?? 0, maxRedirects ?? -1]);
}

function mayKeep({ headers, status }: WebAnswer, { method = "GET" }: WebRequest): boolean {
  return method === "GET" && status < 500 && !/\bno-store\b/i.test(headers["cache-control"] ?? "");
}
