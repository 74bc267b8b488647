import type { Address, Hex, PrivateKeyAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as receiptRoute } from "@/app/api/payments/[id]/route";
import { POST as reserveRoute } from "@/app/api/seller/payments/[id]/refunds/route";
import { GET as refundRoute } from "@/app/api/seller/refunds/[ref]/route";
import { POST as signatureRoute } from "@/app/api/seller/refunds/[ref]/signature/route";
import { GET as listRoute } from "@/app/api/seller/refunds/route";
import { connection, db } from "@/db/client";
import { addressFigures } from "@/db/queries/addressFigures";
import { explorerPayments } from "@/db/queries/explorerPayments";
import { explorerStats } from "@/db/queries/explorerStats";
import { latestPayments } from "@/db/queries/latestPayments";
import { marketStats } from "@/db/queries/marketStats";
import { refundFigures, refundSeries } from "@/db/queries/refundFigures";
import { sellerFigures } from "@/db/queries/sellerFigures";
import { toolStats } from "@/db/queries/toolStats";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { rpc } from "@/lib/devnet/rpc";
import { engine } from "@/lib/settlement/engine";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { type SignedIn, signIn } from "@/lib/testing/seller";
import { setBalance } from "@/lib/testing/setBalance";

const PRICE = 5_000n;
const { tool } = echoTool();
const sellerWallet = privateKeyToAccount(testPrivateKey("seller"));
const account = sellerWallet.address.toLowerCase();
const sql = () => connection().sql;

let market: TestMarket;
let seller: SignedIn;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "2" });
  await market.fund(sellerWallet.address);
  seller = await signIn(sellerWallet);
});
afterAll(() => market.stop());

async function mining(on: boolean): Promise<void> {
  await rpc(market.rpcUrl, "evm_setAutomine", [on]);
  if (!on) await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
}

async function sale() {
  const payer = newPayer();
  await market.fund(payer.address);
  const { headers } = await signFor(tool, payer);
  const response = await post(tool, { text: "hi" }, headers);
  return { id: response.headers.get("X-Payment-Id") ?? "", payer: payer.address, status: response.status };
}
/** How much less than its 25 USDC the payer has. */
const spent = async (payer: Address) => 25_000_000n - (await market.balanceOf(payer));

type Told = { id: string; amount: string; state: string; transaction: string | null; ledger: string | null };
type Reserved = { refund: Told; typedData: Parameters<PrivateKeyAccount["signTypedData"]>[0] };

async function reserve(
  id: string,
  amount: bigint,
  who = seller,
): Promise<{ status: number; body: Reserved & { error?: string; reason?: string } }> {
  const response = await who.send(reserveRoute, { id }, { amount: amount.toString(), reason: "answer_wrong", words: "sorry" });
  return { status: response.status, body: await response.json() };
}
async function submit(ref: string, signature: Hex, who = seller) {
  const response = await who.send(signatureRoute, { ref }, { signature });
  const body = (await response.json()) as { refund?: Told; error?: string; reason?: string };
  return { status: response.status, ...body };
}
async function refund(id: string, amount: bigint) {
  const reserved = await reserve(id, amount);
  if (reserved.status !== 201) return { status: reserved.status, error: reserved.body.error, reason: reserved.body.reason };
  return submit(reserved.body.refund.id, await sellerWallet.signTypedData(reserved.body.typedData));
}
const receipt = async (id: string) => (await receiptRoute(new Request("http://market.test/"), { params: Promise.resolve({ id }) })).json();

describe("a refund that the seller signs", () => {
  it("gives all of it back, and both payments lead to each other", async () => {
    const { id, payer } = await sale();
    const before = await figures(payer);
    const done = await refund(id, PRICE);
    expect([done.status, done.refund?.state]).toEqual([200, "settled"]);
    expect(await spent(payer)).toBe(0n);
    const told = await receipt(id);
    expect(told.refunds).toMatchObject([
      { amount: "5000", state: "settled", reason: "answer_wrong", words: "sorry", transaction: done.refund?.transaction },
    ]);
    const own = await receipt(done.refund?.ledger ?? "");
    expect(own).toMatchObject({ tool: "refund", state: "settled", refundOf: id, payer: account, payTo: payer.toLowerCase() });
    // It is no sale of anybody's, and no call.
    expect(await figures(payer)).toEqual(before);
    expect((await latestPayments(db(), { limit: 100 })).map((p) => p.tool)).not.toContain("refund");
    expect((await explorerPayments(db(), { tool: "refund" }, 10)).rows).toMatchObject([{ id: done.refund?.ledger, amount: "5000" }]);
    expect((await explorerPayments(db(), { account }, 10)).rows.map((p) => p.id)).not.toContain(done.refund?.ledger);
    expect((await refund(id, 1n)).reason).toBe("nothing_left");
  });

  it("gives part of it back, and then no more than the rest", async () => {
    const { id, payer } = await sale();
    expect((await refund(id, 2_000n)).refund?.state).toBe("settled");
    expect(await refund(id, 3_001n)).toMatchObject({ status: 409, error: "refund_refused", reason: "too_much" });
    expect((await refund(id, 3_000n)).refund?.state).toBe("settled");
    expect(await spent(payer)).toBe(0n);
    expect(await refund(id, 1n)).toMatchObject({ reason: "nothing_left" });
  });

  it("of twenty clicks at once never gives back more than was paid", async () => {
    const { id, payer } = await sale();
    const before = await market.balanceOf(sellerWallet.address);
    const done = await Promise.all(Array.from({ length: 20 }, (_, i) => refund(id, i % 2 ? PRICE : 3_000n)));
    expect(done.some((d) => d.refund?.state === "settled")).toBe(true);
    const back = before - (await market.balanceOf(sellerWallet.address));
    expect(back).toBeGreaterThan(0n);
    expect(back).toBeLessThanOrEqual(PRICE);
    expect(await spent(payer)).toBe(PRICE - back);
  });

  it("of the same click twice is one refund", async () => {
    const { id, payer } = await sale();
    const [one, two] = await Promise.all([reserve(id, 2_000n), reserve(id, 2_000n)]);
    expect(one.body.refund.id).toBe(two.body.refund.id);
    const signature = await sellerWallet.signTypedData(one.body.typedData);
    const both = await Promise.all([submit(one.body.refund.id, signature), submit(one.body.refund.id, signature)]);
    expect(both.map((b) => b.status).every((s) => s === 200 || s === 202)).toBe(true);
    expect((await submit(one.body.refund.id, signature)).refund?.state).toBe("settled");
    expect(await spent(payer)).toBe(PRICE - 2_000n);
  });

  it("takes nobody else's signature, and none of another amount", async () => {
    const { id, payer } = await sale();
    const { body } = await reserve(id, 2_000n);
    const stranger = await newPayer().signTypedData(body.typedData);
    const refused = { status: 409, error: "refund_refused", reason: "invalid_exact_evm_payload_signature" };
    expect(await submit(body.refund.id, stranger)).toMatchObject(refused);
    const message = { ...(body.typedData.message as object), value: "5000" };
    const more = await sellerWallet.signTypedData({ ...body.typedData, message } as never);
    expect(await submit(body.refund.id, more)).toMatchObject(refused);
    expect(await spent(payer)).toBe(PRICE);
    // The good one is as good as before.
    expect((await submit(body.refund.id, await sellerWallet.signTypedData(body.typedData))).refund?.state).toBe("settled");
  });

  it("is for the payment's seller alone", async () => {
    const { id } = await sale();
    const other = await signIn(newPayer());
    expect(await reserve(id, PRICE, other)).toMatchObject({ status: 404, body: { error: "not_found" } });
    const { body } = await reserve(id, PRICE);
    const signature = await sellerWallet.signTypedData(body.typedData);
    expect(await submit(body.refund.id, signature, other)).toMatchObject({ status: 404 });
    expect((await other.get(refundRoute, { ref: body.refund.id })).status).toBe(404);
    expect(await (await other.get(listRoute, {})).json()).toEqual({ refunds: [], older: null });
  });

  it("is not made of what did not settle", async () => {
    const { id } = await sale();
    await sql()`update payments set state = 'queued', closed_at = null where id = ${id}`;
    expect(await refund(id, PRICE)).toMatchObject({ status: 409, reason: "not_settled" });
    await sql()`update payments set state = 'settled', closed_at = now() where id = ${id}`;
  });

  it("is over when it was not signed in time, and holds nothing then", async () => {
    const { id } = await sale();
    const { body } = await reserve(id, PRICE);
    await sql()`update refunds set expires_at = now() - interval '1 second' where id = ${body.refund.id}`;
    const signature = await sellerWallet.signTypedData(body.typedData);
    expect(await submit(body.refund.id, signature)).toMatchObject({ status: 409, reason: "expired" });
    expect((await refund(id, PRICE)).refund?.state).toBe("settled");
  });

  it("of an empty wallet is refused, and can be signed again once there is money", async () => {
    const { id, payer } = await sale();
    const held = await market.balanceOf(sellerWallet.address);
    const { body } = await reserve(id, PRICE);
    const signature = await sellerWallet.signTypedData(body.typedData);
    await setBalance(market.rpcUrl, sellerWallet.address, 100n);
    expect(await submit(body.refund.id, signature)).toMatchObject({ status: 409, reason: "insufficient_funds" });
    await setBalance(market.rpcUrl, sellerWallet.address, held);
    expect((await submit(body.refund.id, signature)).refund?.state).toBe("settled");
    expect(await spent(payer)).toBe(0n);
  });
});

describe("when the chain or the server takes its time", () => {
  it("it is being checked, holds its amount, and settles once", async () => {
    const { id, payer } = await sale();
    const { body } = await reserve(id, PRICE);
    const signature = await sellerWallet.signTypedData(body.typedData);
    await mining(false);
    const waiting = await submit(body.refund.id, signature);
    expect(waiting.status).toBe(202);
    expect(["pending", "unknown"]).toContain(waiting.refund?.state);
    expect(await refund(id, PRICE)).toMatchObject({ reason: "nothing_left" });
    await mining(true);
    await rpc(market.rpcUrl, "evm_mine", []);
    await settles(body.refund.id);
    expect(await spent(payer)).toBe(0n);
  });

  it("a restart in between loses nothing: the upkeep sends what waits in the queue", async () => {
    const { id, payer } = await sale();
    const { body } = await reserve(id, PRICE);
    const signature = await sellerWallet.signTypedData(body.typedData);
    // The server dies right after the refund was queued: nothing of it is in any process.
    const { enqueue } = engine().queue;
    engine().queue.enqueue = () => new Promise(() => undefined);
    void submit(body.refund.id, signature);
    await expect.poll(async () => (await state(body.refund.id)) === "pending" && queued(id), { timeout: 10_000 }).toBe(true);
    engine().queue.enqueue = enqueue;
    await sql()`update open_payments set held_until = now()`;
    await settles(body.refund.id);
    expect(await spent(payer)).toBe(0n);
  });
});

it("has its figures, and a list with pages", async () => {
  const figures = await refundFigures(db(), account, lastHour());
  const series = await refundSeries(db(), account, lastHour(), "hour");
  expect(figures.count).toBeGreaterThan(5);
  expect(series.reduce((sum, point) => sum + point.amount, 0n)).toBe(figures.amount);
  const first = await (await seller.get(listRoute, {}, "?limit=3")).json();
  const next = await (await seller.get(listRoute, {}, `?limit=3&before=${first.older}`)).json();
  const ids = [...first.refunds, ...next.refunds].map((r: Told) => r.id);
  expect(new Set(ids).size).toBe(6);
  expect((await (await seller.get(listRoute, {}, "?state=failed")).json()).refunds).toEqual([]);
});

/** Everything that counts calls or money, of both sides and of the market. */
const figures = async (payer: Address) => {
  const of = [account, payer.toLowerCase()];
  const sides = await Promise.all(of.flatMap((a) => [sellerFigures(db(), a, lastHour()), addressFigures(db(), a)]));
  const tools = [...(await toolStats(db())).values()].map(({ tool, paidCalls, payers }) => ({ tool, paidCalls, payers }));
  return { sides, tools, stats: await explorerStats(db()).then(({ paidCalls }) => paidCalls), market: (await marketStats(db())).paidCalls };
};
const state = async (ref: string) => ((await (await seller.get(refundRoute, { ref })).json()) as { refund: Told }).refund.state;
const settles = (ref: string) => expect.poll(() => state(ref), { timeout: 20_000 }).toBe("settled");
const queued = async (id: string) =>
  (await sql()`select from payments where fingerprint = ${`refund ${id}`} and state = 'queued'`).length === 1;
const lastHour = () => {
  const hour = 3_600_000;
  const from = new Date(Math.floor(Date.now() / hour) * hour - hour);
  return { from, to: new Date(from.getTime() + 2 * hour) };
};
