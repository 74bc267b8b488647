import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeHeader } from "../payments/wire";
import { TERMS } from "../testing/terms";
import { type Site, startSite } from "../web/testdata/site";
import type { DoctorReport } from "./report";
import { runDoctor } from "./runDoctor";
import { type Asked, type Mistake, type Reply, rightTerms, serveMistakes, testGround } from "./testdata/endpoint";

type Bend = (terms: ReturnType<typeof rightTerms>) => { v2?: unknown; v1?: unknown };
/** Other terms in one version or in both. */
const terms =
  (bend: Bend): Mistake =>
  (right, { method, path, origin }) => {
    if (method === "OPTIONS") return right;
    const { v2, v1 } = { ...rightTerms(`${origin}${path}`), ...bend(rightTerms(`${origin}${path}`)) };
    return { ...right, headers: { ...right.headers, "payment-required": encodeHeader(v2) }, body: JSON.stringify(v1) };
  };
const entries = (bent: Record<string, unknown>, v1Too: Record<string, unknown> | null = bent): Mistake =>
  terms(({ v2, v1 }) => ({
    v2: { ...v2, accepts: v2.accepts.map((e) => ({ ...e, ...bent })) },
    v1: { ...v1, accepts: v1.accepts.map((e) => ({ ...e, ...(v1Too ?? {}) })) },
  }));
const headers =
  (bent: Record<string, string | null>, only: string[] = ["GET", "POST", "HEAD"]): Mistake =>
  (right, { method }) => {
    if (!only.includes(method)) return right;
    const all = Object.entries({ ...right.headers, ...bent }).filter(([, value]) => value !== null);
    return { ...right, headers: Object.fromEntries(all) as Record<string, string> };
  };
const answers = (when: (asked: Asked, payment: Record<string, unknown> | null) => boolean, reply: Partial<Reply> = {}): Mistake => {
  return (right, asked) => (when(asked, paymentOf(asked)) ? { ...right, status: 200, body: '{"weather":"sunny"}', ...reply } : right);
};
function paymentOf({ headers: h }: Asked): Record<string, unknown> | null {
  const text = String(h["payment-signature"] ?? h["x-payment"] ?? "");
  try {
    return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    return null;
  }
}
const authorizationOf = (payment: Record<string, unknown> | null) =>
  (payment?.payload as { authorization?: Record<string, string> } | undefined)?.authorization;

/** What each mistake fails, and what it only warns of. */
const MISTAKES: [path: string, mistake: Mistake, fails: string[], warns?: string[]][] = [
  ["/right", (right) => right, []],
  ["/free", answers(({ method }) => method !== "OPTIONS"), ["gives-402", "no-answer-unpaid"]],
  ["/moved", (right) => ({ ...right, status: 308, headers: { location: "/right" } }), ["gives-402"]],
  ["/shut", (right) => ({ ...right, status: 403 }), ["gives-402"]],
  ["/head-free", answers(({ method }) => method === "HEAD"), ["other-methods"]],
  ["/post-free", answers(({ method, headers: h }) => method === "POST" && !h.origin), [], ["other-methods"]],
  ["/no-v2", headers({ "payment-required": null }), ["schema"], ["v2"]],
  ["/bare-json", headers({ "payment-required": '{"x402Version":2}' }), ["v2", "schema"]],
  ["/decimal", entries({ amount: "0.005" }, {}), ["versions-agree", "amount"]],
  ["/number", entries({ amount: 5000, maxAmountRequired: 5000 }), ["amount"]],
  ["/no-extra", entries({ extra: {} }, {}), ["v2", "token-domain"]],
  ["/v1-caip", entries({}, { network: "eip155:84532" }), ["v1", "versions-agree"]],
  ["/no-v1", (right, { method }) => (method === "OPTIONS" ? right : { ...right, body: "{}" }), [], ["v1"]],
  ["/dearer-v1", entries({}, { maxAmountRequired: "6000" }), ["versions-agree"]],
  ["/other-token", entries({ asset: "0x1111111111111111111111111111111111111111" }), [], ["asset"]],
  ["/wrong-name", entries({ extra: { name: "USD Coin", version: "2" } }), ["token-domain"]],
  ["/to-zero", entries({ payTo: `0x${"0".repeat(40)}` }), ["pay-to"]],
  ["/to-token", entries({ payTo: TERMS.asset }), ["pay-to"]],
  ["/to-typo", entries({ payTo: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293Bc" }), ["pay-to"]],
  ["/other-host", terms(({ v2 }) => ({ v2: { ...v2, resource: { url: "https://other.example/other-host" } } })), ["resource"]],
  ["/other-path", terms(({ v2 }) => ({ v2: { ...v2, resource: { url: v2.resource.url.replace("other-path", "x") } } })), [], ["resource"]],
  ["/no-schema", terms(({ v2 }) => ({ v2: { ...v2, extensions: {} } })), ["schema"]],
  ["/half-schema", terms(({ v2 }) => ({ v2: { ...v2, extensions: { bazaar: { info: {} } } } })), ["schema"]],
  ["/priced", (right) => right, ["prices"]],
  ["/known", (right) => right, ["prices"]],
  ["/no-cors", headers({ "access-control-allow-origin": null }), [], ["cors"]],
  ["/hidden", headers({ "access-control-expose-headers": "X-Other" }), ["cors"]],
  ["/no-preflight", (right, { method }) => (method === "OPTIONS" ? { ...right, status: 405 } : right), ["preflight"]],
  ["/half-preflight", headers({ "access-control-allow-headers": "content-type" }, ["OPTIONS"]), ["preflight"]],
  ["/takes-less", answers((_, p) => BigInt(authorizationOf(p)?.value ?? 5000) < 5000n), ["no-answer-unpaid", "refuses-too-small"]],
  [
    "/takes-old",
    answers((_, p) => Number(authorizationOf(p)?.validBefore ?? 1e12) < Date.now() / 1000),
    ["no-answer-unpaid", "refuses-expired"],
  ],
  [
    "/takes-others",
    answers(
      (_, p) => (authorizationOf(p)?.to ?? "").toLowerCase() !== rightTerms("").v1.accepts[0]?.payTo && authorizationOf(p) !== undefined,
    ),
    ["no-answer-unpaid", "refuses-other-pay-to"],
  ],
  [
    "/crashes",
    answers(({ headers: h }, p) => p === null && Boolean(h["payment-signature"] ?? h["x-payment"]), { status: 500 }),
    ["refuses-garbage"],
  ],
  ["/long", headers({ "x-padding": "a".repeat(9_000) }), ["header-size"]],
  ["/cached", headers({ "cache-control": "public, max-age=60" }), ["no-store"]],
  ["/cache-silent", headers({ "cache-control": null }), [], ["no-store"]],
];

const PAGES = {
  "/openapi.json": () => ({ openapi: "3.1.0", paths: { "/priced": { get: { "x-payment-info": { price: "0.006" } } } } }),
  "/.well-known/x402": (origin: string) => ({ items: [{ resource: `${origin}/known`, accepts: [{ amount: "7000" }] }] }),
};

let site: Site;
beforeAll(async () => {
  site = await startSite(serveMistakes(Object.fromEntries(MISTAKES.map(([path, mistake]) => [path, mistake])), PAGES));
});
afterAll(() => site.close());

const ids = (report: DoctorReport, status: string) => report.checks.filter((c) => c.status === status).map(({ id }) => id);

describe("the listing doctor", () => {
  it.each(MISTAKES)("%s", async (path, _, fails, warns = []) => {
    const report = await runDoctor(`${site.origin}${path}`, { ground: testGround([site.origin]) });
    expect({ fails: ids(report, "fail"), warns: ids(report, "warn") }).toEqual({ fails, warns });
    expect(report.checks.filter((c) => c.status === "fail" && !c.mend)).toEqual([]);
    expect(new Set(report.checks.map(({ id }) => id)).size).toBe(report.checks.length);
  });
});
