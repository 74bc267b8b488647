import { createHash } from "node:crypto";
import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { findUsage } from "@/db/queries/usages";
import { listingOf } from "@/lib/discovery/listing";
import { callPaid } from "@/lib/mcp/callPaid";
import { decodeHeader } from "@/lib/payments/wire";
import { askGateway, callGateway, type GatewayAsk, gatewayTerms, payFor } from "@/lib/testing/gatewayRequests";
import { type InsertedListing, insertListing } from "@/lib/testing/listing";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { receiptOf } from "@/lib/testing/requests";
import { PIXEL, startUpstream, type TestUpstream } from "@/lib/testing/upstream";
import { findAnyTool } from "./findTool";
import { quoteAny } from "./quoteAny";
import { forgetShelf, sellersTools } from "./shelf";
import { verify } from "./upstream/signature";

const SECRET = "sk_live_very-secret-1";
const PRICE = 1_000n;

let market: TestMarket;
let upstream: TestUpstream;
let other: TestUpstream;
/** As most are set up, and one that charges for 400 to 499 and holds its schemas. */
let usual: InsertedListing;
let strict: InsertedListing;
let payer: PrivateKeyAccount;

const city = { key: "city", place: "path", name: "city" } as const;
const days = { key: "days", place: "query", name: "days" } as const;
const ANY = {
  method: "GET",
  path: "/{what}",
  parts: [{ key: "what", place: "path", name: "what" }],
  input: { type: "object", properties: { what: { type: "string" } }, required: ["what"] },
} as const;
const anyOf = (name: string) => ({ name, shape: { ...ANY, parts: [...ANY.parts], path: `/${name}/{what}` } });
const weather = {
  name: "weather",
  example: { city: "Oslo", days: 3 },
  shape: {
    path: "/weather/{city}",
    parts: [city, days],
    input: { type: "object", properties: { city: { type: "string" }, days: { type: "integer", minimum: 1 } }, required: ["city", "days"] },
    output: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};
const put = {
  name: "put",
  shape: {
    method: "PUT" as const,
    path: "/echo",
    bodyType: "application/json",
    parts: [
      { key: "note", place: "body" as const, name: "note" },
      { key: "trace", place: "header" as const, name: "X-Trace" },
    ],
    input: { type: "object", properties: { note: { type: "string" }, trace: { type: "string" } }, required: ["note"] },
  },
};
const plain = (name: string) => ({ name, shape: { path: `/${name}` } });
const all = [
  weather,
  put,
  ...["lying", "notjson"].map((name) => ({ ...plain(name), shape: { ...plain(name).shape, output: weather.shape.output } })),
  ...[
    "html",
    "picture",
    "text",
    "made",
    "accepted",
    "nothing",
    "cookies",
    "slow",
    "endless",
    "bomb",
    "badgzip",
    "cutgzip",
    "oddpacking",
  ].map(plain),
  ...["gzip", "short", "headers", "packedstream", "nostream"].map(plain),
  ...["status", "telltale", "large", "redirect", "stream"].map(anyOf),
  { name: "moved", shape: { method: "POST" as const, path: "/redirect/here" } },
];

beforeAll(async () => {
  [market, other] = await Promise.all([startTestMarket({ ALLOW_LOCAL_FETCH: "1" }), startUpstream()]);
  upstream = await startUpstream({ elsewhere: `${other.origin}/echo` });
  const base = { upstream: upstream.origin, operations: all };
  const policy = { timeoutMs: 1_200, maxAnswerBytes: 200_000 };
  usual = await insertListing(db(), { ...base, policy: { ...policy, auth: { kind: "bearer" } }, secret: SECRET, signingKey: "sign-here" });
  strict = await insertListing(db(), {
    ...base,
    operations: all.map((operation) => ({ ...operation })),
    policy: { ...policy, charge4xx: true, holdSchema: true, auth: { kind: "query", name: "key" } },
    secret: SECRET,
  });
  payer = newPayer();
  await market.fund(payer.address);
});
afterAll(() => Promise.all([market.stop(), upstream.close(), other.close()]));

const at = (listing: InsertedListing, path: string) => `${listing.handle}/${listing.name}${path}`;
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const hashOf = async (response: Response) =>
  (await connection().sql<{ hash: string }[]>`select answer_hash as hash from payments where id = ${idOf(response)}`)[0]?.hash;

/** One paid call, with what it took from its payer. */
async function paidCall(listing: InsertedListing, path: string, ask: GatewayAsk = {}) {
  const before = await market.balanceOf(payer.address);
  const headers = { ...ask.headers, ...(await payFor(payer, at(listing, path), ask)) };
  const response = await askGateway(at(listing, path), { ...ask, headers });
  return { response, headers, spent: async () => before - (await market.balanceOf(payer.address)) };
}

describe("before anybody pays", () => {
  it("an empty probe, and one that only lacks fields, is told the terms and how the route is really called", async () => {
    for (const path of ["/weather/Oslo", "/weather/Oslo?days=3"]) {
      const response = await askGateway(at(usual, path));
      expect(response.status).toBe(402);
      const body = await response.json();
      expect(body.accepts[0]).toMatchObject({
        resource: `http://market.test/api/v1/g/${at(usual, "/weather/Oslo")}`,
        payTo: expect.stringMatching(new RegExp(usual.wallet, "i")),
        outputSchema: { input: { method: "GET", pathParams: { city: { required: true } }, queryParams: { days: { type: "integer" } } } },
      });
      const header = decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "");
      expect(header).toMatchObject({
        extensions: {
          bazaar: {
            info: { input: { method: "GET", pathParams: { city: "Oslo" }, queryParams: { days: 3 } } },
            routeTemplate: `/api/v1/g/${at(usual, "/weather/:city")}`,
          },
        },
      });
    }
    const probe = await askGateway(at(usual, "/echo"), { method: "PUT" });
    expect((await probe.json()).accepts[0].outputSchema.input).toMatchObject({
      method: "PUT",
      bodyType: "json",
      bodyFields: { note: { required: true } },
      headerFields: { "X-Trace": { type: "string" } },
    });
  });

  it("wrong input is 400, field by field, and so is what nobody has a place for", async () => {
    for (const path of ["/weather/Oslo?days=none", "/weather/Oslo?days=0", "/weather/Oslo?days=3&more=1"]) {
      const response = await askGateway(at(usual, path));
      expect([response.status, (await response.json()).error]).toEqual([400, "invalid_input"]);
    }
  });

  it("an unknown seller, listing or path is 404, another method 405, HEAD has the terms, OPTIONS the methods", async () => {
    for (const place of ["nobody/api/x", `${usual.handle}/none/x`, at(usual, "/none"), at(usual, "")]) {
      const response = await askGateway(place);
      expect([response.status, (await response.json()).error], place).toEqual([404, "not_found"]);
    }
    const wrong = await askGateway(at(usual, "/echo"), { method: "POST" });
    expect([wrong.status, wrong.headers.get("allow"), (await wrong.json()).error]).toEqual([405, "PUT, OPTIONS", "method_not_allowed"]);
    const head = await askGateway(at(usual, "/weather/Oslo"), { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([402, ""]);
    const asked = await askGateway(at(usual, "/echo"), { method: "OPTIONS" });
    expect(asked.headers.get("access-control-allow-methods")).toBe("PUT, OPTIONS");
    expect(asked.headers.get("access-control-allow-headers")).toContain("X-Trace");
  });

  it("a listing that charges for refusals says so", async () => {
    const response = await askGateway(at(strict, "/weather/Oslo"));
    expect(await response.json()).toMatchObject({ charges4xx: true });
    expect(decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "")).toMatchObject({ extensions: { coinslot: { charges4xx: true } } });
  });
});

describe("an answer", () => {
  it("comes from the upstream, which is told who pays for what, under a signature, with the seller's key", async () => {
    const { response, spent } = await paidCall(usual, "/echo", {
      method: "PUT",
      body: '{"note":"hé"}',
      type: "application/json",
      headers: { "X-Trace": "t1", cookie: "a=b" },
    });
    expect(response.status).toBe(200);
    const told = await response.json();
    expect(told).toMatchObject({ method: "PUT", url: "/echo", body: '{"note":"hé"}' });
    expect(told.headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      "x-trace": "t1",
      "content-type": "application/json",
      "x-coinslot-payer": payer.address,
      "x-coinslot-payment": idOf(response),
      "x-coinslot-tool": `${at(usual, "/put")}`,
    });
    expect(told.headers).not.toHaveProperty("cookie");
    expect(told.headers).not.toHaveProperty("payment-signature");
    const { "x-coinslot-signature": signature, "x-coinslot-timestamp": timestamp } = told.headers;
    const call = {
      timestamp,
      method: "PUT",
      target: "/echo",
      body: Buffer.from('{"note":"hé"}'),
      payer: payer.address,
      payment: idOf(response),
    };
    expect(verify("sign-here", signature, call)).toBe(true);
    expect(verify("sign-here", signature, { ...call, body: Buffer.from("{}") })).toBe(false);
    expect(await spent()).toBe(PRICE);
    expect(receiptOf(response)).toMatchObject({ success: true, amount: "1000" });
    expect(await findPayment(db(), idOf(response))).toMatchObject({
      state: "settled",
      tool: at(usual, "/put"),
      seller: usual.handle,
      payTo: usual.wallet,
    });
    expect(await hashOf(response)).toBe(sha256(JSON.stringify(told)));
  });

  it.each([
    ["/picture", 200, "image/png", PIXEL],
    ["/text", 200, "text/plain; charset=iso-8859-1", Buffer.from("na\xefve", "latin1")],
    ["/made", 201, "application/json", Buffer.from('{"id":1}')],
    ["/nothing", 204, "application/octet-stream", Buffer.alloc(0)],
    ["/gzip", 200, "application/json", Buffer.from('{"packed":true}')],
    ["/large/150000", 200, "application/octet-stream", Buffer.alloc(150_000, 7)],
  ])("%s keeps its status, kind and bytes, also in a copy", async (path, status, type, bytes) => {
    const { response, headers, spent } = await paidCall(usual, path);
    const asked = upstream.seen.length;
    for (const one of [response, await askGateway(at(usual, path), { headers })]) {
      expect([one.status, one.headers.get("content-type")]).toEqual([status, type]);
      expect(Buffer.from(await one.arrayBuffer()).equals(bytes)).toBe(true);
    }
    expect(upstream.seen.length).toBe(asked);
    expect([await spent(), await hashOf(response)]).toEqual([PRICE, sha256(bytes)]);
  });

  it("with 202 is told as 200, since 202 means here that the money may have moved", async () => {
    const { response } = await paidCall(usual, "/accepted");
    expect(response.status).toBe(200);
  });

  it("of another origin's page can't run as one of the market's, and brings no cookies either way", async () => {
    const { response } = await paidCall(usual, "/html");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(response.headers.get("set-cookie")).toBeNull();
    await paidCall(usual, "/cookies");
    const again = await paidCall(usual, "/cookies");
    expect(await again.response.json()).toEqual({ cookie: null });
  });

  it("is one claim with the same call over the flat form, and bound to its own input", async () => {
    const { response, headers } = await paidCall(usual, "/weather/Oslo?days=3");
    expect(await response.json()).toEqual({ city: "Oslo", days: "3" });
    const same = await askGateway(at(usual, "/weather/%4fslo/?days=03"), { headers });
    expect([same.status, idOf(same)]).toEqual([200, idOf(response)]);
    expect((await askGateway(at(usual, "/weather/Bergen?days=3"), { headers })).status).toBe(402);
  });

  it("is the same claim over MCP, and the quote names the same terms and the very address", async () => {
    const tool = await findAnyTool(at(usual, "/weather"));
    if (!tool) throw new Error("no tool");
    const input = { city: "Oslo", days: 3 };
    const { response, headers } = await paidCall(usual, "/weather/Oslo?days=3");
    const listing = listingOf(tool, "http://market.test");
    expect(listing.path).toBe(`/api/v1/g/${at(usual, "/weather/{city}")}`);
    const payment = headers["PAYMENT-SIGNATURE"];
    const caller = { origin: "http://market.test", meta: { "x402/payment": payment }, memory: { version: null } };
    const result = await callPaid({ name: "weather", tool, listing }, input, caller);
    expect(result).toMatchObject({ structuredContent: { city: "Oslo", days: "3" }, _meta: { "x402/payment-id": idOf(response) } });
    const asked = new Request("http://market.test/api/v1/quote/x", {
      method: "POST",
      body: JSON.stringify(input),
      headers: { host: "market.test" },
    });
    expect(await (await quoteAny(asked, at(usual, "/weather"))).json()).toMatchObject({
      resource: `http://market.test/api/v1/g/${at(usual, "/weather/Oslo")}`,
      method: "GET",
      amount: "1000",
      would_run: true,
    });
  });

  it("is nothing that a changed listing gives by its old schema or price", async () => {
    const listing = await insertListing(db(), { upstream: upstream.origin, operations: [plain("made")] });
    const [first] = (await sellersTools()).filter(({ definition }) => definition.slug === at(listing, "/made"));
    forgetShelf();
    expect((await sellersTools()).some((tool) => tool === first)).toBe(false);
    expect((await gatewayTerms(at(listing, "/made"))).amount).toBe("1000");
    await connection().sql`update operations set price = '0.002' where listing_id = ${listing.id}`;
    forgetShelf();
    expect((await gatewayTerms(at(listing, "/made"))).amount).toBe("2000");
  });

  it("given under a charging listing may be a refusal, which is charged", async () => {
    const { response, spent } = await paidCall(strict, "/status/404");
    expect([response.status, await response.json(), await spent()]).toEqual([404, { error: "this is 404" }, PRICE]);
  });
});

describe("no answer, no charge", () => {
  it.each<[string, number, string, ("usual" | "strict")?]>([
    ["/status/500", 503, "upstream_error"],
    ["/status/503", 503, "upstream_error"],
    ["/nostream", 503, "upstream_error"],
    ["/status/404", 422, "upstream_refused"],
    ["/status/402", 422, "upstream_refused"],
    ["/status/402", 422, "upstream_refused", "strict"],
    ["/status/401", 503, "upstream_key_refused"],
    ["/status/403", 503, "upstream_key_refused", "strict"],
    ["/status/429", 429, "upstream_busy"],
    ["/status/304", 503, "upstream_redirects"],
    ["/slow", 504, "upstream_timeout"],
    ["/large/200001", 503, "upstream_too_large"],
    ["/endless", 503, "upstream_too_large"],
    ["/bomb", 503, "upstream_too_large"],
    ["/badgzip", 503, "upstream_error"],
    ["/cutgzip", 503, "upstream_error"],
    ["/oddpacking", 503, "upstream_error"],
    ["/short", 503, "upstream_unreachable"],
    ["/headers", 503, "upstream_error"],
    ["/redirect/loop", 503, "upstream_redirects"],
    ["/redirect/many", 503, "upstream_redirects"],
    ["/redirect/metadata", 503, "upstream_unreachable"],
    ["/redirect/file", 503, "upstream_unreachable"],
    ["/redirect/nowhere", 503, "upstream_redirects"],
    ["/lying", 502, "bad_answer", "strict"],
    ["/notjson", 502, "bad_answer", "strict"],
  ])("%s → %i %s", async (path, status, reason, which = "usual") => {
    const listing = which === "usual" ? usual : strict;
    const { response, spent } = await paidCall(listing, path);
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ reason, charged: false, payment: idOf(response) }),
    ]);
    expect(await spent()).toBe(0n);
    expect(await findPayment(db(), idOf(response))).toMatchObject({ state: "released", reason });
  });

  it("the upstream's own words are told, clean and without the key, in no log, and not in the ledger", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    for (const listing of [usual, strict]) {
      for (const path of ["/telltale/400", "/telltale/401", "/telltale/500", "/redirect/metadata"]) {
        if (listing === strict && path === "/telltale/400") continue;
        const { response } = await paidCall(listing, path);
        const text = JSON.stringify([await response.text(), [...response.headers]]);
        expect(text).not.toContain(SECRET);
        if (path === "/telltale/400") expect(text).toContain("Upstream said: ");
        expect(JSON.stringify(await findPayment(db(), idOf(response)))).not.toContain("wrong key");
      }
    }
    const lines = logged.mock.calls.map(String).join("\n");
    logged.mockRestore();
    expect(lines).not.toContain(SECRET);
  });

  it("a redirect of a GET is followed on the same origin with the key, elsewhere without it, and of a POST nowhere", async () => {
    const here = await paidCall(usual, "/redirect/here");
    expect((await here.response.json()).headers).toMatchObject({ authorization: `Bearer ${SECRET}`, "x-coinslot-payer": payer.address });
    for (const listing of [usual, strict]) {
      const away = await paidCall(listing, "/redirect/elsewhere");
      const told = await away.response.json();
      expect(told.url).toBe("/echo");
      expect(Object.keys(told.headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    }
    const asked = upstream.seen.length;
    const { response, spent } = await paidCall(usual, "/redirect/here", { method: "POST" });
    expect([response.status, (await response.json()).reason, await spent(), upstream.seen.length]).toEqual([
      503,
      "upstream_redirects",
      0n,
      asked + 1,
    ]);
  });
});

describe("an answer that flows", () => {
  it("is paid once its first part is there, and kept with its hash", async () => {
    const { response, headers, spent } = await paidCall(usual, "/stream/whole");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    const text = await response.text();
    expect(text).toBe("data: part 0\n\ndata: part 1\n\ndata: part 2\n\n");
    expect([await spent(), await hashOf(response)]).toEqual([PRICE, sha256(text)]);
    const copy = await askGateway(at(usual, "/stream/whole"), { headers });
    expect([copy.status, await copy.text()]).toEqual([200, text]);
  });

  it("is unpacked on its way", async () => {
    const { response } = await paidCall(usual, "/packedstream");
    expect(await response.text()).toBe('{"a":1}\n{"a":2}\n');
  });

  it("says so when it breaks off", async () => {
    const { response } = await paidCall(usual, "/stream/broken");
    expect(await response.text()).toContain("event: error");
    expect(await findUsage(connection().sql, idOf(response))).toMatchObject({ delivery: "broken" });
  });

  it("is ended at its source when the reader leaves", async () => {
    const left = upstream.left();
    const { response } = await paidCall(usual, "/stream/long");
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => upstream.left(), { timeout: 5_000 }).toBe(left + 1);
    expect(await findUsage(connection().sql, idOf(response))).toMatchObject({ delivery: "left" });
  });
});

it("what is off the shelves is gone, but what was paid for is still given", async () => {
  const listing = await insertListing(db(), { upstream: upstream.origin, operations: [plain("made")] });
  const { response, headers } = await paidCall(listing, "/made");
  expect(response.status).toBe(201);
  await connection().sql`update listings set state = 'removed', state_reason = 'It sold air.' where id = ${listing.id}`;
  forgetShelf();
  const gone = await askGateway(at(listing, "/made"));
  expect([gone.status, await gone.json()]).toEqual([
    410,
    expect.objectContaining({ error: "listing_off", reason: "listing_removed", message: "It was taken down: It sold air." }),
  ]);
  const again = await askGateway(at(listing, "/made"), { headers });
  expect([again.status, await again.text(), idOf(again)]).toEqual([201, '{"id":1}', idOf(response)]);
  const fresh = await callGateway(payer, at(usual, "/made"));
  expect(fresh.status).toBe(201);
});
