import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostProofs, listings } from "@/db/schema/listings";
import { sellerChanges, sellers } from "@/db/schema/sellers";
import { asWallet } from "@/lib/testing/asWallet";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { newListing } from "@/lib/testing/newListing";

const kestrel = `0x${"a1".repeat(20)}`;
const falcon = `0x${"b2".repeat(20)}`;
const SECRET = "kestrels-own-token";
const listing = "lst_kestrel";
const HOST = "api.kestrel.example";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Route = { path: string; method: string; handler: Handler };

let ledger: TestLedger;
let routes: Route[];
beforeAll(async () => {
  ledger = await startTestLedger();
  for (const [wallet, handle] of [
    [kestrel, "kestrel"],
    [falcon, "falcon"],
  ] as const) {
    await ledger.db.insert(sellers).values({ wallet, handle, skeleton: handle, nameSkeleton: handle, name: handle, payTo: wallet });
  }
  await ledger.db
    .insert(hostProofs)
    .values({ account: kestrel, host: HOST, token: SECRET, method: "file", provedAt: new Date(), checkedAt: new Date() });
  await newListing(ledger.db, { id: listing, account: kestrel, upstream: `https://${HOST}` });
  routes = [...(await routesBelow("seller")), ...(await routesBelow("operator"))];
});
afterAll(() => ledger.stop());

/** Every handler below a folder of `app/api`, as Next would find it. */
async function routesBelow(folder: string): Promise<Route[]> {
  const files = readdirSync(`app/api/${folder}`, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)route\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const module = (await import(/* @vite-ignore */ `${process.cwd()}/app/api/${folder}/${file}`)) as Record<string, Handler>;
      const path = `/api/${folder}/${file}`.replace(/\/route\.ts$/, "");
      return Object.entries(module)
        .filter(([method]) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(method))
        .map(([method, handler]) => ({ path, method, handler }));
    }),
  );
  return found.flat();
}

/** Names that are somebody else's wherever a route takes one. */
const params = () => Promise.resolve({ handle: "kestrel", id: listing });
const body = {
  handle: "kestrel",
  name: "kestrel",
  host: HOST,
  payTo: kestrel,
  id: listing,
  reason: "I would rather have it gone.",
  nonce: "abcdefgh",
  signature: "0x11",
};
const ask = async (wallet: string | null, { path, method, handler }: Route, headers = {}) =>
  handler((await asWallet(wallet))(path, { method, headers, ...(method === "GET" ? {} : { body }) }), { params: params() });

/** All that the ledger holds of a wallet. */
async function heldOf(wallet: string): Promise<string> {
  const tables = [sellers, sellerChanges, hostProofs, listings];
  const rows = await Promise.all(tables.map((table) => ledger.db.select().from(table)));
  const own = rows.flat().filter((row) => ("account" in row ? row.account : row.wallet) === wallet);
  return JSON.stringify(own, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describe("every route of sellers and operators", () => {
  it("is there to be tried", () => {
    expect(routes.map(({ path, method }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(["POST /api/seller/payto", "DELETE /api/seller/proofs", "POST /api/operator/listings/[id]/remove"]),
    );
  });

  it("is closed without a session, and to other sites' pages", async () => {
    for (const route of routes) {
      const what = `${route.method} ${route.path}`;
      expect([what, (await ask(null, route)).status]).toEqual([what, 401]);
      if (route.method === "GET") continue;
      expect([what, (await ask(kestrel, route, { origin: "https://evil.test" })).status]).toEqual([what, 403]);
    }
  });

  it("neither shows nor changes anything of another wallet", async () => {
    const before = await heldOf(kestrel);
    for (const route of routes) {
      const text = await (await ask(falcon, route)).text();
      expect([route.path, text.includes(SECRET), text.includes(listing)]).toEqual([route.path, false, false]);
      expect([route.path, await heldOf(kestrel)]).toEqual([route.path, before]);
    }
  });
});
