import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as offRoute } from "@/app/api/seller/listings/[id]/off/route";
import { POST as publishRoute } from "@/app/api/seller/listings/[id]/publish/route";
import { DELETE, GET, PATCH } from "@/app/api/seller/listings/[id]/route";
import { POST as keyRoute } from "@/app/api/seller/listings/[id]/signing-key/route";
import { POST as versionsRoute } from "@/app/api/seller/listings/[id]/versions/route";
import { POST as createRoute, GET as listRoute } from "@/app/api/seller/listings/route";
import { POST as specRoute } from "@/app/api/seller/specs/route";
import { findListing } from "@/db/queries/listings";
import { hostProofs, listings, operations, specUploads } from "@/db/schema/listings";
import { sellers } from "@/db/schema/sellers";
import { sellersTools } from "@/lib/gateway/shelf";
import type { WholeJson } from "@/lib/listings/listingJson";
import type { UploadJson } from "@/lib/listings/uploadJson";
import { unseal } from "@/lib/secrets/seal";
import { endSpecThread } from "@/lib/specs/readSpec";
import { type Asker, asWallet } from "@/lib/testing/asWallet";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";

const kestrel = `0x${"a1".repeat(20)}`;
const falcon = `0x${"b2".repeat(20)}`;
const HOST = "api.kestrel.example";

let ledger: TestLedger;
let ask: Asker;
let other: Asker;
beforeAll(async () => {
  ledger = await startTestLedger();
  for (const [wallet, handle] of [
    [kestrel, "kestrel"],
    [falcon, "falcon"],
  ] as const) {
    await ledger.db.insert(sellers).values({ wallet, handle, skeleton: handle, name: handle, payTo: wallet });
  }
  [ask, other] = [await asWallet(kestrel), await asWallet(falcon)];
});
afterAll(async () => {
  await endSpecThread();
  await ledger.stop();
});
beforeEach(async () => {
  for (const table of [hostProofs, listings, operations, specUploads]) await ledger.db.delete(table);
});

type Said = {
  error?: string;
  reason?: string;
  fields?: { field: string }[];
  listing?: WholeJson;
  signingKey?: string;
  changes?: unknown[];
};
const told = async (response: Response) => ({
  status: response.status,
  ...((response.status === 204 ? {} : await response.json()) as Said),
});
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const post = (body: unknown) => ({ method: "POST", body });

const get = (summary: string, more: object = {}) => ({ summary, responses: { "200": { description: "ok" } }, ...more });
const document = (paths: object, version = "1") =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "Weather", version }, servers: [{ url: `https://${HOST}/v1` }], paths });
const FIRST = {
  "/forecast/{city}": {
    get: get("The forecast of a city", {
      tags: ["forecast"],
      parameters: [{ name: "city", in: "path", required: true, schema: { type: "string" }, example: "Oslo" }],
    }),
  },
  "/tides": { get: get("The tides", { tags: ["sea"] }) },
};

async function upload(text: string, by = ask) {
  const response = await specRoute(by("/api/seller/specs", post({ text })), undefined);
  return (await response.json()) as UploadJson & { error?: string };
}

async function create(over: object = {}, by = ask) {
  const read = await upload(document(FIRST), by);
  if (!read.ok) throw new Error(JSON.stringify(read));
  const body = {
    from: "spec",
    spec: read.id,
    title: "Weather",
    category: "F",
    upstream: `https://${HOST}/v1`,
    prices: { default: "0.002" },
  };
  const made = await told(await createRoute(by("/api/seller/listings", post({ ...body, ...over })), undefined));
  if (!made.listing) throw new Error(JSON.stringify(made));
  return { ...made.listing, signingKey: made.signingKey ?? "" };
}

const prove = (account = kestrel, host = HOST) => {
  const found = { method: "file" as const, provedAt: new Date(), checkedAt: new Date() };
  const known = { target: [hostProofs.account, hostProofs.host], set: found };
  return ledger.db
    .insert(hostProofs)
    .values({ account, host, token: "t", ...found })
    .onConflictDoUpdate(known);
};
const publish = async (id: string, by = ask) => told(await publishRoute(by(`/api/seller/listings/${id}/publish`, post({})), of(id)));
const change = async (id: string, body: object, by = ask) =>
  told(await PATCH(by(`/api/seller/listings/${id}`, { method: "PATCH", body }), of(id)));
const onShelf = async () => (await sellersTools()).map(({ definition }) => [definition.code, definition.slug, definition.price]);

describe("a listing from a description", () => {
  it("is a draft that nobody sees, with the chosen operations on and prices by operation, tag and default", async () => {
    const made = await create({
      operations: ["GET /tides"],
      prices: { default: "0.002", tags: { forecast: "0.01" }, operations: { "GET /tides": "$0.000001" } },
    });
    expect(made).toMatchObject({ kind: "api", name: "weather", state: "draft", hasSecret: false, hasSigningKey: true, version: 1 });
    expect(made.operations.map(({ name, enabled, price, code }) => [name, enabled, price, code])).toEqual([
      [expect.stringContaining("forecast"), false, "0.01", null],
      ["get-tides", true, "0.000001", null],
    ]);
    expect(made.signingKey).toMatch(/^csk_/);
    expect(await onShelf()).toEqual([]);
  });

  it("tells what is wrong with a document, and with prices, names and addresses", async () => {
    const broken = await upload('{"openapi": "3.1.0",\n "info": }');
    expect(broken).toMatchObject({ ok: false, faults: [{ code: "spec_not_parsable", line: 2 }] });
    const { id: spec } = (await upload(document(FIRST))) as { id: string };
    const good = { from: "spec", spec, title: "W", category: "F", upstream: `https://${HOST}`, prices: { default: "1" } };
    const faultOf = async (over: object) => {
      const { status, error, reason } = await told(await createRoute(ask("/api/seller/listings", post({ ...good, ...over })), undefined));
      return [status, error, reason];
    };
    expect(await faultOf({ prices: { default: "0.0000001" } })).toEqual([400, "invalid_input", "bad_price"]);
    expect(await faultOf({ prices: { default: "0" } })).toEqual([400, "invalid_input", "price_too_low"]);
    expect(await faultOf({ prices: { default: "1000.01" } })).toEqual([400, "invalid_input", "price_too_high"]);
    expect(await faultOf({ title: "\u200b " })).toEqual([400, "invalid_input", "title_empty"]);
    expect(await faultOf({ title: "天気" })).toEqual([400, "invalid_input", "bad_name"]);
    expect(await faultOf({ upstream: "ftp://a.example" })).toEqual([400, "invalid_input", "bad_upstream"]);
    expect(await faultOf({ upstream: "http://127.0.0.1:9/" })).toEqual([400, "invalid_input", "address_not_allowed"]);
    expect(await faultOf({ spec: "spc_none" })).toEqual([404, "not_found", "spec_gone"]);
    expect(await faultOf({ secret: { kind: "header", name: "Host", value: "x" } })).toEqual([400, "invalid_input", "bad_secret_name"]);
    await create();
    expect(await faultOf({ title: "Weather" })).toEqual([400, "invalid_input", "name_taken"]);
  });
});

describe("publishing", () => {
  it("needs the host's proof and an operation, gives codes once, and takes off again", async () => {
    const { id } = await create();
    expect(await publish(id)).toMatchObject({ status: 409, error: "listing_not_ready", reason: "host_not_proven" });
    await prove();
    const [, tides] = (await ledgerOps(id)) as [string, string];
    await change(id, { operations: [{ id: tides, enabled: false }] });
    const first = await publish(id);
    const codes = first.listing?.operations.map(({ code }) => code);
    expect(codes).toEqual([expect.stringMatching(/^F[1-9]\d\d+$/), null]);
    expect((await onShelf()).map(([code]) => code)).toEqual([codes?.[0]]);
    // An operation that comes on later gets the next code; the first keeps its own.
    await change(id, { operations: [{ id: tides, enabled: true, price: "0.5" }] });
    const next = Number(codes?.[0]?.slice(1)) + 1;
    expect(await onShelf()).toEqual([
      [codes?.[0], expect.stringMatching(/^kestrel\/weather\//), "0.002"],
      [`F${next}`, "kestrel/weather/get-tides", "0.5"],
    ]);
    const off = await told(await offRoute(ask(`/api/seller/listings/${id}/off`, post({})), of(id)));
    expect(off.listing).toMatchObject({ state: "off", stateReason: "Its seller has taken it off." });
    expect(await onShelf()).toEqual([]);
    expect((await publish(id)).listing?.operations.map(({ code }) => code)).toEqual([codes?.[0], `F${next}`]);
    expect(await told(await DELETE(ask(`/api/seller/listings/${id}`, { method: "DELETE" }), of(id)))).toMatchObject({
      reason: "was_public",
    });
    expect(await change(id, { category: "A" })).toMatchObject({ status: 400, reason: "category_fixed" });
    expect(await change(id, { upstream: "https://other.example" })).toMatchObject({ status: 409, reason: "host_not_proven" });
  });

  it("is not the seller's to undo where an operator has taken it down", async () => {
    const { id } = await create();
    await prove();
    await ledger.db.update(listings).set({ state: "removed", stateReason: "It lies." });
    expect(await publish(id)).toMatchObject({ status: 409, reason: "removed" });
  });
});

describe("secrets", () => {
  it("rest sealed, are never told again, and don't go along to another host", async () => {
    const { id } = await create({ secret: { kind: "header", name: "X-Key", value: "s3cret" } });
    const row = await findListing(ledger.db, kestrel, id);
    expect(unseal(row?.secret ?? new Uint8Array(), `upstream ${id}`)).toBe("s3cret");
    const read = await (await GET(ask(`/api/seller/listings/${id}`), of(id))).text();
    expect(read).toContain('"hasSecret":true');
    expect(read).not.toContain("s3cret");
    expect(Buffer.from(row?.secret ?? []).includes("s3cret")).toBe(false);
    expect((await change(id, { policy: { charge4xx: true } })).listing).toMatchObject({
      hasSecret: true,
      policy: { charge4xx: true, auth: { kind: "header", name: "X-Key" } },
    });
    expect((await change(id, { upstream: "https://elsewhere.example" })).listing).toMatchObject({
      hasSecret: false,
      policy: { auth: null },
    });
    expect((await change(id, { secret: { kind: "bearer", value: "again" } })).listing).toMatchObject({
      policy: { auth: { kind: "bearer" } },
    });
    expect((await change(id, { secret: null })).listing).toMatchObject({ hasSecret: false, policy: { auth: null } });
    const { signingKey } = await told(await keyRoute(ask("/k", post({})), of(id)));
    const renewed = await findListing(ledger.db, kestrel, id);
    expect(unseal(renewed?.signingKey ?? new Uint8Array(), `signing ${id}`)).toBe(signingKey);
  });
});

describe("a newer description", () => {
  const SECOND = {
    "/forecast/{city}": {
      get: get("The forecast of a city", {
        tags: ["forecast"],
        parameters: [
          { name: "city", in: "path", required: true, schema: { type: "string" }, example: "Oslo" },
          { name: "days", in: "query", required: true, schema: { type: "integer" }, example: 3 },
        ],
      }),
    },
    "/waves": { get: get("The waves") },
  };
  const versions = async (id: string, body: object) => told(await versionsRoute(ask("/v", post(body)), of(id)));

  it("is compared before it is in force, and keeps prices, names, codes and the versions before", async () => {
    const { id, operations: before } = await create({ prices: { default: "0.002", tags: { forecast: "0.01" } } });
    await prove();
    await publish(id);
    const shelf = await onShelf();
    const { id: spec } = (await upload(document(SECOND, "2"))) as { id: string };
    const preview = await versions(id, { spec });
    expect(preview).toMatchObject({ version: 1, summary: "1 added, 1 changed, 1 removed" });
    expect(preview.changes).toMatchObject([
      { kind: "changed", key: "GET /forecast/{city}", breaking: true, what: [expect.stringContaining("days")] },
      { kind: "added", key: "GET /waves" },
      { kind: "removed", key: "GET /tides" },
    ]);
    expect(await onShelf()).toEqual(shelf);
    const { listing } = await versions(id, { spec, apply: { version: 1, price: "0.7" } });
    const forecast = before.find(({ key }) => key.includes("forecast"));
    expect(listing?.operations.map(({ key, name, price, enabled }) => [key, name, price, enabled])).toEqual([
      ["GET /forecast/{city}", forecast?.name, "0.01", true],
      ["GET /tides", "get-tides", "0.002", false],
      ["GET /waves", "get-waves", "0.7", false],
    ]);
    expect(listing?.operations[0]).toMatchObject({ since: 1, changed: 2, example: { city: "Oslo", days: 3 } });
    expect(listing?.versions.map(({ version, summary }) => [version, summary])).toEqual([
      [2, "1 added, 1 changed, 1 removed"],
      [1, "2 operations"],
    ]);
    expect(await onShelf()).toEqual([shelf[0]]);
    // Who looked at version 1 meanwhile changes nothing.
    expect(await versions(id, { spec, apply: { version: 1, price: "1" } })).toMatchObject({ status: 409, error: "listing_changed" });
    // What comes back is the same operation, with its code.
    const { id: again } = (await upload(document(FIRST, "3"))) as { id: string };
    const back = await versions(id, { spec: again });
    expect(back.changes).toMatchObject([{ kind: "changed" }, { kind: "removed", key: "GET /waves" }].slice(0, 1));
    const tides = listing?.operations.find(({ key }) => key === "GET /tides");
    expect(tides?.code).toBe(shelf[1]?.[0]);
  });
});

describe("another wallet", () => {
  it("finds nothing of it, on any route", async () => {
    const { id } = await create();
    await prove(falcon);
    const calls: Record<string, () => Promise<Response>> = {
      get: () => GET(other(`/api/seller/listings/${id}`), of(id)),
      patch: () => PATCH(other(`/api/seller/listings/${id}`, { method: "PATCH", body: { title: "Mine" } }), of(id)),
      remove: () => DELETE(other(`/api/seller/listings/${id}`, { method: "DELETE" }), of(id)),
      publish: () => publishRoute(other("/p", post({})), of(id)),
      off: () => offRoute(other("/o", post({})), of(id)),
      key: () => keyRoute(other("/k", post({})), of(id)),
      versions: () => versionsRoute(other("/v", post({ spec: "spc_x" })), of(id)),
    };
    for (const [name, call] of Object.entries(calls)) expect((await call()).status, name).toBe(404);
    expect(await (await listRoute(other("/api/seller/listings"), undefined)).json()).toEqual({ listings: [] });
    const mine = (await (await listRoute(ask("/api/seller/listings"), undefined)).json()) as { listings: { id: string; title: string }[] };
    expect(mine.listings).toMatchObject([{ id, title: "Weather", enabled: 2, leastPrice: "0.002" }]);
    // Another's operation in one's own listing, and another's description, are not there either.
    const theirs = await create({}, other);
    const [stolen] = await ledgerOps(id);
    expect(await change(theirs.id, { operations: [{ id: stolen, price: "9" }] }, other)).toMatchObject({
      status: 400,
      reason: "no_operation",
    });
    const { id: spec } = (await upload(document(FIRST))) as { id: string };
    const body = { from: "spec", spec, title: "X", category: "F", upstream: `https://${HOST}`, prices: { default: "1" } };
    expect((await createRoute(other("/l", post(body)), undefined)).status).toBe(404);
  });
});

async function ledgerOps(id: string): Promise<string[]> {
  const { listing } = await told(await GET(ask(`/api/seller/listings/${id}`), of(id)));
  return listing?.operations.map((operation) => operation.id) ?? [];
}
