import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as csv } from "@/app/(seller)/dashboard/payments.csv/route";
import { GET as json } from "@/app/(seller)/dashboard/payments.json/route";
import { connection } from "@/db/client";
import { attemptsOf, deliveriesAbout, deliveriesOf } from "@/db/queries/webhookDeliveries";
import { emitEvent } from "@/db/queries/webhookEvents";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { newPayer } from "@/lib/testing/payer";
import { type SignedIn, signIn } from "@/lib/testing/seller";
import { startReceiver } from "@/lib/webhooks/testdata/receiver";
import { webhooks } from "@/lib/webhooks/webhooks";
import { GET as stream } from "../stream/route";
import { GET as deliveries } from "./[id]/deliveries/route";
import { POST as rotate } from "./[id]/rotate/route";
import { DELETE, PATCH } from "./[id]/route";
import { POST as test } from "./[id]/test/route";
import { POST as resend } from "./deliveries/[delivery]/resend/route";
import { GET as delivery } from "./deliveries/[delivery]/route";
import { GET, POST } from "./route";

let ledger: TestLedger;
let alice: SignedIn;
let bob: SignedIn;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  process.env.ALLOW_LOCAL_FETCH = "1";
  ledger = await startTestLedger();
  [alice, bob, receiver] = await Promise.all([signIn(newPayer()), signIn(newPayer()), startReceiver()]);
});
afterAll(async () => {
  await webhooks().sender.stop();
  receiver.close();
  await ledger.stop();
});
beforeEach(async () => {
  receiver.got.length = 0;
  receiver.answer((_, res) => void res.end("ok"));
  await connection().sql`truncate webhook_endpoints, webhook_events, webhook_deliveries, webhook_attempts`;
});

const account = (who: SignedIn) => who.wallet.address.toLowerCase();
const wanted = (over: object = {}) => ({ url: `${receiver.origin}/hook`, events: ["payment.settled", "listing.off"], ...over });
const make = async (who: SignedIn, over: object = {}) => (await who.send(POST, {}, wanted(over))).json();
const told = async (who: SignedIn) => {
  await emitEvent(connection().sql, { account: account(who), type: "listing.off", data: {}, subject: "lst_1" });
  await vi.waitFor(async () =>
    expect((await deliveriesOf(ledger.db, account(who), { limit: 9 })).rows).toMatchObject([{ state: "delivered" }]),
  );
  return (await deliveriesOf(ledger.db, account(who), { limit: 9 })).rows[0]?.id.toString() ?? "";
};

describe("a seller's endpoints", () => {
  it("are made, with a secret that is told once and rests sealed", async () => {
    const made = await make(alice);
    expect(made.secret).toMatch(/^whsec_/);
    expect(made.endpoint).toMatchObject({ url: `${receiver.origin}/hook`, state: "on", events: ["payment.settled", "listing.off"] });
    const listed = await (await alice.get(GET, {})).json();
    expect(listed.endpoints).toEqual([made.endpoint]);
    expect(JSON.stringify(listed)).not.toContain("whsec_");
    const [row] = await connection().sql`select secret from webhook_endpoints`;
    expect(Buffer.from(row?.secret).toString("latin1")).not.toContain(made.secret.slice(6));
  });

  it("send a test at once, tell what came back, and log it", async () => {
    const { endpoint, secret } = await make(alice);
    const outcome = await (await alice.send(test, { id: endpoint.id })).json();
    expect(outcome).toMatchObject({ status: 200, error: null, answer: "ok" });
    const [got] = receiver.got;
    expect(new Webhook(secret).verify(got?.body ?? "", got?.headers as Record<string, string>)).toMatchObject({ type: "webhook.test" });
    receiver.answer((_, res) => void res.writeHead(500).end());
    expect(await (await alice.send(test, { id: endpoint.id })).json()).toMatchObject({ status: 500, error: "It answered 500." });
    const log = await (await alice.get(deliveries, { id: endpoint.id })).json();
    expect(log.deliveries.map(({ state }: { state: string }) => state)).toEqual(["given_up", "delivered"]);
    // A test that fails says nothing about the endpoint.
    expect((await (await alice.get(GET, {})).json()).endpoints[0]).toMatchObject({ state: "on", failingSince: null });
  });

  it("are five at the most, also when they are made at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => alice.send(POST, {}, wanted())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 400, 400, 400]);
    expect((await bob.send(POST, {}, wanted())).status).toBe(201);
  });

  it.each([
    [{ url: "http://169.254.169.254/" }, "url"],
    [{ url: "ftp://example.com" }, "url"],
    [{ url: "https://me:secret@example.com/" }, "url"],
    [{ url: "" }, "url"],
    [{ events: [] }, "events"],
    [{ events: ["payment.settled", "webhook.test"] }, "events"],
    [{ description: "x".repeat(500) }, "description"],
  ])("refuse %j", async (over, field) => {
    const response = await alice.send(POST, {}, wanted(over));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_input", fields: [{ field }] });
  });

  it("change, are switched off and on, get a new secret, and go", async () => {
    const { endpoint, secret } = await make(alice);
    const changed = await (await alice.send(PATCH, { id: endpoint.id }, { description: "a\u202eb", state: "off" }, "PATCH")).json();
    expect(changed.endpoint).toMatchObject({ description: "ab", state: "off", url: endpoint.url });
    const next = await (await alice.send(rotate, { id: endpoint.id })).json();
    expect(next.secret).not.toBe(secret);
    expect(Date.parse(next.previousGoodUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    await alice.send(PATCH, { id: endpoint.id }, { state: "on" }, "PATCH");
    const id = await told(alice);
    expect(await (await alice.send(resend, { delivery: id })).json()).toEqual({ due: true });
    await vi.waitFor(() => expect(receiver.got).toHaveLength(2));
    expect(receiver.got[0]?.headers["webhook-id"]).toBe(receiver.got[1]?.headers["webhook-id"]);
    expect((await alice.send(DELETE, { id: endpoint.id }, undefined, "DELETE")).status).toBe(200);
    await vi.waitFor(async () => expect(await connection().sql`select from webhook_deliveries`).toHaveLength(0));
  });
});

describe("what is somebody else's", () => {
  it("can't be seen or changed, whatever is tried", async () => {
    const { endpoint } = await make(alice);
    const id = await told(alice);
    const sale = await insertPayment(ledger.db, { payTo: account(alice) });
    await vi.waitFor(async () => expect(await deliveriesAbout(ledger.db, account(alice), sale)).toHaveLength(1));
    const before = await connection().sql`select * from webhook_endpoints`;
    const tries = [
      bob.send(PATCH, { id: endpoint.id }, { state: "off" }, "PATCH"),
      bob.send(DELETE, { id: endpoint.id }, undefined, "DELETE"),
      bob.send(test, { id: endpoint.id }),
      bob.send(rotate, { id: endpoint.id }),
      bob.get(deliveries, { id: endpoint.id }),
      bob.get(delivery, { delivery: id }),
      bob.send(resend, { delivery: id }),
    ];
    for (const response of await Promise.all(tries)) {
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: "not_found" });
    }
    expect((await (await bob.get(GET, {})).json()).endpoints).toEqual([]);
    expect(await (await bob.get(json, {})).json()).toEqual([]);
    expect((await (await bob.get(csv, {})).text()).trimEnd().split("\r\n")).toHaveLength(1);
    expect(await deliveriesAbout(ledger.db, account(bob), sale)).toEqual([]);
    expect(await attemptsOf(ledger.db, account(bob), BigInt(id))).toEqual([]);
    expect((await deliveriesOf(ledger.db, account(bob), { endpointId: endpoint.id, limit: 9 })).rows).toEqual([]);
    expect(await connection().sql`select * from webhook_endpoints`).toEqual(before);
  });

  it("is nobody's who isn't signed in, and no other site's", async () => {
    const { endpoint } = await make(alice);
    const context = { params: Promise.resolve({ id: endpoint.id, delivery: "1" }) };
    const strange = (method: string, headers: Record<string, string>) => new Request("http://market.test/", { method, headers });
    const reads = [GET, deliveries, delivery, stream];
    const writes = [POST, PATCH, DELETE, test, rotate, resend];
    const origin = { host: "market.test", origin: "http://market.test" };
    for (const route of [...reads, ...writes]) {
      const response = await route(strange(reads.includes(route as never) ? "GET" : "POST", origin), context as never);
      expect(response.status).toBe(401);
    }
    for (const route of writes) {
      const headers = { host: "market.test", origin: "http://evil.test", cookie: alice.cookie };
      expect((await route(strange("POST", headers), context as never)).status).toBe(403);
    }
  });

  it.each(["0", "-1", "1e3", "99999999999999999999", "x", "1;drop table webhook_events", "\u0000"])("is not found under %j", async (id) => {
    expect((await alice.get(delivery, { delivery: id })).status).toBe(404);
    expect((await alice.get(deliveries, { id })).status).toBe(404);
  });

  it("is not heard of", async () => {
    const gone = new AbortController();
    const listen = async (who: SignedIn) => {
      const request = new Request("http://market.test/", { headers: { cookie: who.cookie }, signal: gone.signal });
      const seen: string[] = [];
      const response = await stream(request, undefined);
      expect(response.headers.get("cache-control")).toContain("no-transform");
      void response.body?.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({ write: (part) => void seen.push(part) }));
      return seen;
    };
    const [hers, his] = await Promise.all([listen(alice), listen(bob)]);
    await vi.waitFor(() => expect(hers.join("")).toContain("event: changed"), { timeout: 10_000 });
    const sale = await insertPayment(ledger.db, { payTo: account(alice) });
    await connection().sql`select pg_notify('coinslot_closed', ${sale})`;
    await vi.waitFor(() => expect(hers.join("")).toContain(sale), { timeout: 10_000 });
    await connection().sql`select pg_notify('coinslot_changed', ${account(bob)})`;
    await vi.waitFor(() => expect(his.join("")).toContain("event: changed"), { timeout: 10_000 });
    expect(his.join("")).not.toContain(sale);
    gone.abort();
  });
});
