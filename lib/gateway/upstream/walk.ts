import type { Dispatcher } from "undici";
import { askHop, type Hop } from "@/lib/web/hop";
import { readTarget } from "@/lib/web/target";
import { pair } from "./address";
import { ownHeaders, plainHeaders, type Said } from "./headers";
import { redirects } from "./refusals";
import type { Credential } from "./secret";

export type Walk = Omit<Said, "url" | "now"> & {
  agent: Dispatcher;
  credential: Credential | null;
  /** Ends all of it. */
  signal: AbortSignal;
};

const MOST_REDIRECTS = 3;
/** The clock of a call ends it sooner; of an answer that flows, this is the longest silence. */
const SILENCE_MS = 60_000;

/** Asks the upstream, and follows its redirects where that changes nothing: a `GET`, a few times, each address looked at anew. */
export async function walk(first: URL, call: Walk): Promise<Hop> {
  const seen = new Set<string>();
  for (let url = first; ; ) {
    const hop = await askOnce(url, first.origin, call);
    if (hop.status < 300 || hop.status > 399) return hop;
    hop.leave();
    seen.add(url.href);
    url = nextOf(hop, url, call.method);
    if (seen.has(url.href)) throw redirects("sends its callers round in a circle.");
    if (seen.size > MOST_REDIRECTS) throw redirects(`sends its callers on more than ${MOST_REDIRECTS} times.`);
  }
}

function nextOf({ status, headers }: Hop, from: URL, method: string): URL {
  if (method !== "GET") throw redirects(`answered ${status} to a ${method}, which is not sent anywhere else.`);
  const { location } = headers;
  if (status === 304 || !location || !URL.canParse(location, from))
    throw redirects(`answered ${status} and said nothing that could be followed.`);
  return readTarget(new URL(location, from).href);
}

/** Key, caller and body are for the upstream's own origin alone; whoever else it names is asked as by anybody. */
async function askOnce(url: URL, home: string, call: Walk): Promise<Hop> {
  const { agent, method, body, credential, signal } = call;
  const hop = { agent, method: method as Dispatcher.HttpMethod, signal, silenceMs: SILENCE_MS };
  if (url.origin !== home) return askHop(url, { ...hop, headers: plainHeaders(call) });
  const headers = ownHeaders({ ...call, url, now: Date.now() });
  if (credential && "header" in credential) headers[credential.header[0]] = credential.header[1];
  const asked = credential && "query" in credential ? withQuery(url, credential.query) : url;
  return askHop(asked, { ...hop, headers, body: body?.bytes ?? null });
}

/** Signed without it: what is signed may be written down by whoever checks it. */
function withQuery(url: URL, query: [string, string]): URL {
  const asked = new URL(url);
  asked.search = [url.search.slice(1), pair(query)].filter(Boolean).join("&");
  return asked;
}
