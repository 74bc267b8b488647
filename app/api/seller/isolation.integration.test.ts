import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostProofs, listings } from "@/db/schema/listings";
import { payments } from "@/db/schema/payments";
import { disputes, refunds } from "@/db/schema/refunds";
import { sellerChanges, sellers } from "@/db/schema/sellers";
import { webhookEndpoints } from "@/db/schema/webhooks";
import { asWallet } from "@/lib/testing/asWallet";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { newListing } from "@/lib/testing/newListing";

const kestrel = `0x${"a1".repeat(20)}`;
const falcon = `0x${"b2".repeat(20)}`;
const PAYER = `0x${"c3".repeat(20)}`;
const SECRET = "kestrels-own-token";
const listing = "lst_kestrel";
/** One of each thing that a route may take the name of, all of them kestrel's. */
const OWN = { listing, payment: "pay_kestrel", endpoint: "whe_kestrel", refund: "ref_kestrel", dispute: "dis_kestrel" };
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
  await seedSales();
  routes = [...(await routesBelow("seller")), ...(await routesBelow("operator"))];
});
afterAll(() => ledger.stop());

/** A sale, what went back of it, who complained, and who is told. */
async function seedSales(): Promise<void> {
  const { payment: paymentId, endpoint, refund, dispute } = OWN;
  await insertPayment(ledger.db, { id: paymentId, account: kestrel, payTo: kestrel, tool: SECRET });
  const sale = { paymentId, account: kestrel, payer: PAYER, tool: SECRET, amount: 5_000n, reason: "not_useful" };
  await ledger.db
    .insert(refunds)
    .values({ ...sale, id: refund, kind: "automatic", way: "allowance", words: SECRET, network: "n", asset: "a" });
  await ledger.db.insert(disputes).values({ ...sale, id: dispute, words: SECRET, dueAt: new Date(Date.now() + 86_400_000) });
  const told = { url: `https://${HOST}/${SECRET}`, host: HOST, events: ["payment.settled" as const], secret: Buffer.from(SECRET) };
  await ledger.db.insert(webhookEndpoints).values({ ...told, id: endpoint, account: kestrel });
}

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
const named = (id: string) => ({ handle: "kestrel", id, ref: OWN.refund, delivery: "1" });
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
const ask = async (wallet: string | null, { path, method, handler }: Route, headers = {}, id = listing) =>
  handler((await asWallet(wallet))(path, { method, headers, ...(method === "GET" ? {} : { body }) }), {
    params: Promise.resolve(named(id)),
  });

/** What comes at once: a stream would go on for minutes. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("event-stream")) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** All that the ledger holds of a wallet. */
async function heldOf(wallet: string): Promise<string> {
  const tables = [sellers, sellerChanges, hostProofs, listings, payments, refunds, disputes, webhookEndpoints];
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
      for (const id of route.path.includes("[id]") ? Object.values(OWN) : [listing]) {
        const text = await textOf(await ask(falcon, route, {}, id));
        const what = `${route.method} ${route.path} ${id}`;
        expect([what, text.includes(SECRET), text.includes(listing)]).toEqual([what, false, false]);
      }
      expect([route.path, await heldOf(kestrel)]).toEqual([route.path, before]);
    }
  });
});
