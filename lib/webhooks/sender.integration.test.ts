import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { connection } from "@/db/client";
import { attemptsOf, deliveriesOf, resendDelivery } from "@/db/queries/webhookDeliveries";
import { endpointById, insertEndpoint, rotateSecret } from "@/db/queries/webhookEndpoints";
import { emitEvent } from "@/db/queries/webhookEvents";
import { refunds } from "@/db/schema/refunds";
import type { WebhookEvent } from "@/db/schema/webhooks";
import type { readAllowance } from "@/lib/refunds/allowance/readAllowance";
import { warnOfLow } from "@/lib/refunds/allowance/warnOfLow";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { askNameServers } from "../web/resolve";
import { EVENT_TABLE } from "./eventTable";
import { openPost } from "./post";
import { newSecret } from "./secret";
import { type Sender, startSender } from "./sender";
import { type Received, type Receiver, startReceiver } from "./testdata/receiver";

const ME = `0x${"5".repeat(40)}`;
const OTHER = `0x${"6".repeat(40)}`;
const HOUR = 3_600_000;

let ledger: TestLedger;
let receiver: Receiver;
let senders: Sender[] = [];
let ahead = 0;

beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());
beforeEach(async () => {
  ahead = 0;
  receiver = await startReceiver();
  await connection().sql`truncate webhook_endpoints, webhook_events, webhook_deliveries, webhook_attempts`;
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
  senders = [];
  receiver.close();
});

const now = () => new Date(Date.now() + ahead);
const guard = { resolve: askNameServers, localOrigins: new Set<string>(), allowLocal: true };

function start(timeoutMs = 2_000): Sender {
  const sender = startSender({
    sql: connection().sql,
    post: openPost(guard, timeoutMs),
    userAgent: "test",
    now,
    random: () => 0,
    everyMs: 25,
  });
  senders.push(sender);
  return sender;
}

let made = 0;
async function endpoint(events: WebhookEvent[], { account = ME, origin = receiver.origin } = {}) {
  const id = `whe_${(made++).toString(16).padStart(24, "0")}`;
  const { secret, sealed } = newSecret(id);
  const url = new URL(`/${id}`, origin);
  await insertEndpoint(ledger.db, { id, account, url: url.href, host: url.host, events, secret: sealed }, 99);
  return { id, secret };
}

const log = async (account = ME) => (await deliveriesOf(ledger.db, account, { limit: 50 })).rows;
const settle = (id: string) => connection().sql`update payments set state = 'settled' where id = ${id}`;

it("tells of a settled payment once, signed, though its block is undone and mined again", async () => {
  const { secret } = await endpoint(["payment.settled"]);
  await endpoint(["payment.settled"], { account: OTHER });
  start();
  const id = await insertPayment(ledger.db, { amount: 5_000n });
  await vi.waitFor(() => expect(receiver.got).toHaveLength(1));
  await connection().sql`update payments set state = 'queued' where id = ${id}`;
  await settle(id);
  await vi.waitFor(async () => expect(await log()).toMatchObject([{ state: "delivered", lastStatus: 200, subject: id }]));
  expect(receiver.got).toHaveLength(1);
  const { headers, body } = receiver.got[0] as Received;
  const told = new Webhook(secret).verify(body, headers as Record<string, string>);
  expect(told).toMatchObject({
    id: headers["webhook-id"],
    type: "payment.settled",
    data: { payment: { id, amount: "5000", state: "settled" } },
  });
  const documented = EVENT_TABLE[0]?.data.payment as object;
  expect(Object.keys((told as { data: { payment: object } }).data.payment).sort()).toEqual(Object.keys(documented).sort());
  expect(await log(OTHER)).toEqual([]);
});

it("is part of the ledger's own transaction", async () => {
  await endpoint(["payment.settled", "listing.off"]);
  const id = await insertPayment(ledger.db, { state: "queued", transaction: "0x1" });
  const undone = connection().sql.begin(async (sql) => {
    await sql`update payments set state = 'settled' where id = ${id}`;
    await emitEvent(sql, { account: ME, type: "listing.off", data: {} });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await log()).toEqual([]);
});

it("tells of payments that brought no money, with the reason, and keeps nothing that nobody wants", async () => {
  await endpoint(["payment.failed"]);
  await insertPayment(ledger.db);
  await insertPayment(ledger.db, { state: "released", reason: "no_pool" });
  start();
  await vi.waitFor(() => expect(receiver.got).toHaveLength(1));
  expect(JSON.parse(receiver.got[0]?.body ?? "")).toMatchObject({ data: { payment: { state: "released", reason: "no_pool" } } });
  expect(await connection().sql`select count(*)::int as n from webhook_events`).toEqual([{ n: 1 }]);
});

async function refundOf(sale: string, ledgerId: string | null) {
  const id = `ref_${made++}`;
  const signed = ledgerId && { ledgerId, nonce: "0x1", validBefore: 9n, expiresAt: now() };
  const row = {
    id,
    paymentId: sale,
    tool: "t",
    account: ME,
    payer: OTHER,
    amount: 3n,
    kind: "manual" as const,
    reason: "sorry",
    network: "n",
    asset: "a",
  };
  await ledger.db
    .insert(refunds)
    .values({ ...row, ...(signed ? { way: "signature" as const, ...signed } : { way: "allowance" as const }) });
  return id;
}

it("tells the seller of refunds, by signature and out of an allowance, and of disputes", async () => {
  await endpoint(["refund.settled", "refund.failed", "dispute.opened", "dispute.answered", "dispute.lost"]);
  const sale = await insertPayment(ledger.db);
  const { sql } = connection();
  const signed = await refundOf(sale, "pay_refund1");
  await insertPayment(ledger.db, { id: "pay_refund1", account: "", tool: "refund", payer: ME });
  const allowed = await refundOf(sale, null);
  const tx = {
    hash: "0x9",
    network: "n",
    sender: "s",
    account_nonce: 1,
    first: true,
    refund_id: allowed,
    max_fee_per_gas: 1,
    max_priority_fee_per_gas: 1,
  };
  await sql`insert into refund_transactions ${sql(tx)}`;
  await sql`update refund_transactions set state = 'reverted', mined_at = now()`;
  const dispute = { id: "dis_1", payment_id: sale, account: ME, payer: OTHER, tool: "t", amount: 3, reason: "wrong", due_at: now() };
  await sql`insert into disputes ${sql(dispute)}`;
  await sql`update disputes set state = 'declined', seller_words = 'no'`;
  start();
  await vi.waitFor(() => expect(receiver.got).toHaveLength(4));
  const told = receiver.got.map(({ body }) => JSON.parse(body)).sort((a, b) => a.type.localeCompare(b.type));
  expect(told).toMatchObject([
    { type: "dispute.answered", data: { dispute: { id: "dis_1", state: "declined", sellerWords: "no", payment: sale } } },
    { type: "dispute.opened", data: { dispute: { amount: "3" } } },
    { type: "refund.failed", data: { refund: { id: allowed, state: "failed" } } },
    { type: "refund.settled", data: { refund: { id: signed, payment: sale, amount: "3", state: "settled" } } },
  ]);
  for (const { type, data } of told) {
    const written = EVENT_TABLE.find((entry) => entry.type === type)?.data ?? {};
    for (const [part, fields] of Object.entries(data))
      expect(Object.keys(fields as object).sort()).toEqual(Object.keys(written[part] as object).sort());
  }
});

it("tells once of an allowance that is low, of each that was granted", async () => {
  await endpoint(["allowance.low"]);
  const { sql } = connection();
  const grant = (id: string, account: string) => ({
    id,
    account,
    network: "eip155:84532",
    amount: "9",
    nonce: "0",
    deadline: "9",
    signature: "0x",
  });
  await sql`insert into refund_allowances ${sql([grant("alw_1", ME), grant("alw_2", OTHER)])}`;
  let low = false;
  const read = async () => ({ low, left: 7n }) as Awaited<ReturnType<typeof readAllowance>>;
  await warnOfLow(sql, read);
  low = true;
  for (let n = 0; n < 3; n++) await warnOfLow(sql, read);
  await sql`insert into refund_allowances ${sql({ ...grant("alw_3", ME), created_at: new Date(Date.now() + 1_000) })}`;
  for (let n = 0; n < 3; n++) await warnOfLow(sql, read);
  const told = await sql`select account, type, data from webhook_events`;
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({ account: ME, type: "allowance.low", data: { allowance: { left: "7", network: "eip155:84532" } } });
});

it("tries again with the same id, later and later, until it is taken", async () => {
  const { id } = await endpoint(["listing.off"]);
  receiver.answer((_, res) => void res.writeHead(500).end("<b>broken</b>"));
  start();
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: { listing: "x" }, once: "a" });
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: { listing: "x" }, once: "a" });
  await vi.waitFor(async () => expect(await log()).toMatchObject([{ state: "pending", attempts: 1, lastStatus: 500 }]));
  expect((await endpointById(ledger.db, ME, id))?.failingSince).not.toBeNull();
  ahead = 4_000;
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(receiver.got).toHaveLength(1);
  receiver.answer((_, res) => void res.end("thanks"));
  ahead = 6_000;
  await vi.waitFor(async () => expect(await log()).toMatchObject([{ state: "delivered", attempts: 2, lastError: null }]));
  expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect((await endpointById(ledger.db, ME, id))?.failingSince).toBeNull();
  const [delivery] = await log();
  const attempts = await attemptsOf(ledger.db, ME, delivery?.id ?? 0n);
  expect(attempts).toMatchObject([
    { status: 200, answer: "thanks" },
    { status: 500, answer: "<b>broken</b>" },
  ]);
  expect(attempts[0]?.requestBody).toContain('"listing.off"');
});

it("switches an endpoint off after a day of nothing else, and gives up what waits", async () => {
  const { id } = await endpoint(["listing.off"]);
  receiver.answer((_, res) => void res.writeHead(302, { location: "/elsewhere" }).end());
  start();
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
  for (let tries = 1; tries <= 12; tries++) {
    await vi.waitFor(() => expect(receiver.got.length).toBeGreaterThanOrEqual(Math.min(tries, 11)));
    await vi.waitFor(async () => expect((await log())[0]?.attempts).toBeGreaterThanOrEqual(Math.min(tries, 11)));
    ahead += 9 * HOUR;
    if ((await endpointById(ledger.db, ME, id))?.state === "off") break;
  }
  expect(await endpointById(ledger.db, ME, id)).toMatchObject({ state: "off", offReason: expect.stringContaining("for a day") });
  expect((await log()).map(({ state }) => state)).toEqual(["given_up"]);
  expect(new Set(receiver.got.map(({ path }) => path))).toEqual(new Set([`/${id}`]));
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
  expect(await log()).toHaveLength(1);
});

it("switches an endpoint off at once that is gone for good", async () => {
  const { id } = await endpoint(["listing.off"]);
  receiver.answer((_, res) => void res.writeHead(410).end());
  start();
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
  await vi.waitFor(async () => expect(await endpointById(ledger.db, ME, id)).toMatchObject({ state: "off" }));
  const [delivery] = await log();
  expect(await resendDelivery(ledger.db, ME, delivery?.id ?? 0n)).toBe(false);
});

it("signs with both secrets for as long as the old one is good", async () => {
  const { id, secret } = await endpoint(["listing.off"]);
  const next = newSecret(id);
  await rotateSecret(ledger.db, ME, id, next.sealed, 24 * 3_600);
  start();
  const told = async () => {
    receiver.got.length = 0;
    await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
    senders[0]?.wake();
    await vi.waitFor(() => expect(receiver.got).toHaveLength(1));
    const { headers, body } = receiver.got[0] as Received;
    return (one: string) => {
      // Their clock runs with ours.
      vi.setSystemTime(now());
      try {
        return new Webhook(one).verify(body, headers as Record<string, string>);
      } finally {
        vi.useRealTimers();
      }
    };
  };
  const early = await told();
  expect(early(secret)).toEqual(early(next.secret));
  ahead = 25 * HOUR;
  const late = await told();
  expect(() => late(secret)).toThrow();
  expect(late(next.secret)).toMatchObject({ type: "listing.off" });
});

it("holds nobody up for one that is slow, and sends nothing twice with two senders", async () => {
  const slow = await startReceiver();
  slow.answer(() => {});
  await endpoint(["listing.off"], { account: OTHER, origin: slow.origin });
  await endpoint(["listing.off"]);
  for (let n = 0; n < 30; n++) await emitEvent(connection().sql, { account: OTHER, type: "listing.off", data: { n } });
  start(1_500);
  start(1_500);
  await vi.waitFor(() => expect(slow.got.length).toBeGreaterThan(0));
  for (let n = 0; n < 40; n++) await emitEvent(connection().sql, { account: ME, type: "listing.off", data: { n } });
  const began = Date.now();
  await vi.waitFor(() => expect(receiver.got).toHaveLength(40), { timeout: 1_400 });
  expect(Date.now() - began).toBeLessThan(1_400);
  expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(40);
  expect(slow.got.length).toBeLessThanOrEqual(16);
  slow.close();
});

it("goes on where a sender that died left off", async () => {
  await endpoint(["listing.off"]);
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
  await connection().sql`update webhook_deliveries set held_until = now() + interval '30 seconds'`;
  start();
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(receiver.got).toHaveLength(0);
  ahead = 31_000;
  await vi.waitFor(() => expect(receiver.got).toHaveLength(1));
});

it("asks no address of its own network", async () => {
  const post = openPost({ ...guard, allowLocal: false });
  await expect(post.post(`${receiver.origin}/`, {}, "{}")).rejects.toThrow("not on the public internet");
  await expect(openPost(guard).check("http://169.254.169.254/latest")).rejects.toThrow("not on the public internet");
  expect(receiver.got).toHaveLength(0);
});

it("cuts a long answer and cleans it", async () => {
  await endpoint(["listing.off"]);
  receiver.answer((_, res) => void res.end(`\u0000\u202e${"a".repeat(500_000)}`));
  start();
  await emitEvent(connection().sql, { account: ME, type: "listing.off", data: {} });
  await vi.waitFor(async () => expect(await log()).toMatchObject([{ state: "delivered" }]));
  const [delivery] = await log();
  const [attempt] = await attemptsOf(ledger.db, ME, delivery?.id ?? 0n);
  expect(attempt?.answer).toMatch(/^a{1999}…$/);
});
