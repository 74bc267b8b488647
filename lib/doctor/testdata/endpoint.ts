import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicClient } from "viem";
import { encodeHeader } from "../../payments/wire";
import { TERMS } from "../../testing/terms";
import { guardedAgent } from "../../web/agent";
import { type GuardRules, guardOf } from "../../web/guard";
import { turnCounts } from "../../web/turns";
import type { Ground } from "../ask";

export type Reply = { status: number; headers: Record<string, string>; body: string };
export type Asked = { method: string; path: string; headers: IncomingMessage["headers"]; origin: string };
/** One mistake: what it makes of the reply that would have been right. */
export type Mistake = (right: Reply, asked: Asked) => Reply | null;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "PAYMENT-REQUIRED, PAYMENT-RESPONSE, X-PAYMENT-RESPONSE",
};
const BAZAAR = { info: { input: { type: "http", method: "GET", queryParams: { city: "Oslo" } } }, schema: { type: "object" } };
const V1_ENTRY = { description: "Weather", mimeType: "application/json", maxTimeoutSeconds: 60, scheme: "exact", network: "base-sepolia" };
/** Of no mnemonic that is printed in manuals. */
export const PAYEE = "0x7A3fD5d6B2b5F1E3Ed9D5fD3B6F3c7a1c5E0c41E".toLowerCase();

export const rightTerms = (url: string) => ({
  v2: { x402Version: 2, resource: { url }, accepts: [{ ...TERMS, payTo: PAYEE }], extensions: { bazaar: BAZAAR } },
  v1: {
    x402Version: 1,
    error: "payment required",
    accepts: [{ ...V1_ENTRY, maxAmountRequired: "5000", asset: TERMS.asset, payTo: PAYEE, resource: url, extra: TERMS.extra }],
  },
});

/** The reply of somebody who made no mistake: 402 to everything, terms in both versions, nobody is ever let in. */
export function rightReply({ method, path, origin }: Asked): Reply {
  if (method === "OPTIONS") {
    const leave = "Content-Type, PAYMENT-SIGNATURE, X-PAYMENT, Access-Control-Expose-Headers";
    return {
      status: 204,
      headers: { ...CORS, "access-control-allow-methods": "GET, POST", "access-control-allow-headers": leave },
      body: "",
    };
  }
  const { v2, v1 } = rightTerms(`${origin}${path}`);
  return {
    status: 402,
    headers: { ...CORS, "cache-control": "no-store", "content-type": "application/json", "payment-required": encodeHeader(v2) },
    body: JSON.stringify(v1),
  };
}

/** Each path makes its own mistake. */
export function serveMistakes(mistakes: Record<string, Mistake>, pages: Record<string, (origin: string) => unknown> = {}) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const origin = `http://${request.headers.host}`;
    const asked = { method: request.method ?? "", path: new URL(request.url ?? "/", origin).pathname, headers: request.headers, origin };
    const page = pages[asked.path];
    if (page) return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(page(origin)));
    const mistake = mistakes[asked.path];
    if (!mistake) return void response.writeHead(404).end();
    const reply = mistake(rightReply(asked), asked);
    if (reply) response.writeHead(reply.status, reply.headers).end(request.method === "HEAD" ? undefined : reply.body);
  };
}

const MANY = { atOnce: 1_000, perSecond: 10_000, burst: 10_000 };

/** A way out to these origins of this machine, and to strangers by the names that a test gives addresses to. */
export function testGround(origins: readonly string[], more: Partial<GuardRules & { chain: PublicClient; ca: string }> = {}): Ground {
  const localOrigins = new Set(origins);
  const { chain, ca, ...rules } = more;
  const guard = guardOf({ resolve: async (host) => [host], localOrigins, allowLocal: false, ...rules });
  return {
    agent: guardedAgent({ guard, ...(ca ? { ca } : {}) }),
    guard,
    turns: turnCounts({ site: MANY, address: MANY, own: MANY, connection: MANY }),
    isOwn: (url) => localOrigins.has(url.origin),
    userAgent: "TestBot/1.0",
    chainOf: () => chain ?? null,
    ...(ca ? { ca } : {}),
  };
}
