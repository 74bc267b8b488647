import "server-only";
import { type AskRequest, ask, type Ground } from "./ask";
import { readCertificate } from "./certificate";
import { readChainFacts } from "./chainFacts";
import { exampleInput } from "./exampleInput";
import { demandOf, payable, termsOf } from "./finding";
import { probeX402 } from "./probe";
import { tryPayments } from "./trials";
import type { Facts, Probe, ProbeMethod } from "./types";

/** A description of a whole site is longer than an answer. */
const MOST_DESCRIPTION = 2 * 1024 * 1024;
/** A page of nobody's, asking from a browser. */
const ORIGIN = "https://payer.example";
/** What official clients send along from a page. */
const ASKED_HEADERS = "content-type,payment-signature,x-payment,access-control-expose-headers";

export type Asked = { url: URL; method: ProbeMethod | null; body: string | null; ground: Ground; signal: AbortSignal };

/** Asks an address everything that the checks need, about twenty requests at the most. Nothing of it can cost anybody money. */
export async function gather(asked: Asked): Promise<Facts> {
  const { url, ground, signal } = asked;
  const certified = url.protocol === "https:" ? readCertificate(ground, url, signal) : null;
  const { method, probe, other } = await firstProbes(asked);
  const own = ground.isOwn(url) && url.protocol === "http:";
  const base = { url, method, now: new Date(), own, certificate: await certified, probe, other };
  const nothing = { head: null, cors: null, preflight: null, trials: [], chain: null, openapi: null, wellKnown: null };
  if (!probe.ok) return { ...base, ...nothing };
  const send = (request: Omit<AskRequest, "signal">) => ask(ground, url.href, { ...request, signal });
  if (probe.status !== 402) return { ...base, ...nothing, head: await send({ method: "HEAD" }) };
  const [head, cors, preflight, rest, seen] = await Promise.all([
    send({ method: "HEAD" }),
    send({ ...requestOf(asked, method), headers: { ...requestOf(asked, method).headers, origin: ORIGIN } }),
    send({ method: "OPTIONS", headers: preflightHeaders(method) }),
    ofTheSite(asked),
    ofTheTerms({ ...base, ...nothing }, asked),
  ]);
  return { ...base, head, cors, preflight, ...rest, ...seen };
}

/** Where nobody said how it is called, POST is tried when GET asks for no money: only there, since a POST may do something. */
async function firstProbes(asked: Asked): Promise<Pick<Facts, "method" | "probe" | "other">> {
  const { url, ground, signal } = asked;
  const probe = (method: ProbeMethod): Promise<Probe> => {
    const { body } = requestOf(asked, method);
    return probeX402(url.href, { method, ground, signal, ...(body === undefined ? {} : { body }) });
  };
  const method = asked.method ?? (asked.body === null ? "GET" : "POST");
  const first = await probe(method);
  if (!first.ok) return { method, probe: first, other: null };
  if (method === "POST") return { method, probe: first, other: await probe("GET") };
  const mayPost = first.status === 402 || [400, 404, 405, 415, 422, 501].includes(first.status);
  const post = mayPost ? await probe("POST") : null;
  const turn = asked.method === null && first.status !== 402 && post?.ok && post.status === 402;
  return turn ? { method: "POST", probe: post, other: first } : { method, probe: first, other: post };
}

function requestOf(
  { body }: Pick<Asked, "body">,
  method: ProbeMethod,
): { method: ProbeMethod; headers: Record<string, string>; body?: string } {
  if (method === "GET" || body === null) return { method, headers: {} };
  return { method, headers: { "content-type": "application/json" }, body };
}

function preflightHeaders(method: ProbeMethod): Record<string, string> {
  return { origin: ORIGIN, "access-control-request-method": method, "access-control-request-headers": ASKED_HEADERS };
}

async function ofTheSite({ url, ground, signal }: Asked): Promise<Pick<Facts, "openapi" | "wellKnown">> {
  const read = (path: string) => ask(ground, `${url.origin}${path}`, { method: "GET", maxBytes: MOST_DESCRIPTION, signal });
  const [openapi, wellKnown] = await Promise.all([read("/openapi.json"), read("/.well-known/x402")]);
  return { openapi, wellKnown };
}

async function ofTheTerms(facts: Facts, asked: Asked): Promise<Pick<Facts, "trials" | "chain">> {
  const terms = termsOf(facts);
  const all = "wait" in terms ? [] : terms.all;
  const entry = payable(all);
  const client = entry?.chain ? asked.ground.chainOf(entry.chain, asked.url) : null;
  const { method } = facts;
  const example = asked.body === null ? exampleInput(all, asked.url, method) : { url: asked.url.href, body: asked.body };
  const { headers, ...request } = requestOf({ body: example.body ?? null }, method);
  const send = (payment: Record<string, string>) =>
    ask(asked.ground, example.url, { ...request, headers: { ...headers, ...payment }, signal: asked.signal });
  const [trials, chain] = await Promise.all([
    "wait" in demandOf(facts) ? [] : tryPayments(all, send),
    entry && client ? readChainFacts(client, entry) : null,
  ]);
  return { trials, chain };
}
