import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyLedger, insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { sellerPaymentById } from "./paymentById";
import type { PaymentFilters } from "./paymentFilters";
import { sellerFigures } from "./sellerFigures";
import { countSellerPayments, countUnknownPayments, sellerPayments } from "./sellerPayments";
import { sellerSeries } from "./sellerSeries";

const ME = `0x${"5".repeat(40)}`;
const OTHER = `0x${"6".repeat(40)}`;
const ALICE = `0xa11ce${"0".repeat(35)}`;
const BOB = `0xb0b${"0".repeat(37)}`;
const day = (n: number, time = "12:00:00.000") => new Date(`2026-11-${String(n).padStart(2, "0")}T${time}Z`);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());
beforeEach(() => emptyLedger(ledger.db));

const insert = (over: Parameters<typeof insertPayment>[1]) => insertPayment(ledger.db, over);
const ids = async (filters: PaymentFilters) => (await sellerPayments(ledger.db, ME, filters, { limit: 100 })).rows.map((row) => row.id);

describe("a seller's payments", () => {
  it("are theirs alone, in every query", async () => {
    const mine = await insert({ claimedAt: day(2), payTo: ME });
    const theirs = await insert({ claimedAt: day(2), payTo: OTHER, state: "unknown" });
    const period = { from: day(1), to: day(3) };
    expect(await ids({})).toEqual([mine]);
    expect(await ids({ search: theirs })).toEqual([]);
    expect(await countSellerPayments(ledger.db, ME, {}, 10)).toBe(1);
    expect(await countUnknownPayments(ledger.db, ME)).toBe(0);
    expect(await countUnknownPayments(ledger.db, OTHER)).toBe(1);
    expect(await sellerPaymentById(ledger.db, ME, theirs)).toBeNull();
    expect(await sellerPaymentById(ledger.db, ME, mine)).toMatchObject({ id: mine, amount: 5_000n });
    expect((await sellerFigures(ledger.db, ME, period)).paidCalls).toBe(1);
    expect((await sellerSeries(ledger.db, ME, period, "day")).reduce((sum, point) => sum + point.paidCalls, 0)).toBe(1);
  });

  it("hold neither the signature nor what was signed", async () => {
    const id = await insert({});
    const text = Object.keys((await sellerPaymentById(ledger.db, ME, id)) ?? {}).join();
    expect(text).not.toMatch(/signature|authorization/);
  });

  it("come page by page, each once, though many have the same time", async () => {
    for (let n = 0; n < 23; n++) await insert({ claimedAt: day(2 + Math.floor(n / 9)) });
    const all = await ids({});
    const seen: string[] = [];
    let page = await sellerPayments(ledger.db, ME, {}, { limit: 5 });
    expect(page.hasNewer).toBe(false);
    for (;;) {
      seen.push(...page.rows.map((row) => row.id));
      const before = page.rows.at(-1)?.cursor;
      if (!page.hasOlder || !before) break;
      page = await sellerPayments(ledger.db, ME, {}, { limit: 5, before });
    }
    expect(seen).toEqual(all);
    const back = await sellerPayments(ledger.db, ME, {}, { limit: 5, after: page.rows[0]?.cursor });
    expect(back.rows.map((row) => row.id)).toEqual(all.slice(15, 20));
    const top = await sellerPayments(
      ledger.db,
      ME,
      {},
      { limit: 5, after: (await sellerPayments(ledger.db, ME, {}, { limit: 5 })).rows[2]?.cursor },
    );
    expect(top).toMatchObject({ hasNewer: false, hasOlder: true });
    expect(top.rows.map((row) => row.id)).toEqual(all.slice(0, 5));
  });

  it("are found by every filter", async () => {
    const a = await insert({ claimedAt: day(5), payer: ALICE, amount: 5_000n, transaction: `0x${"ab".repeat(32)}` });
    const b = await insert({ claimedAt: day(4), payer: BOB, amount: 8_000n, state: "released", tool: "other" });
    const c = await insert({ claimedAt: day(3), payer: BOB, amount: 9_000n, state: "failed", transaction: null });
    expect(await ids({ states: ["released", "failed"] })).toEqual([b, c]);
    expect(await ids({ tool: "other" })).toEqual([b]);
    expect(await ids({ payer: BOB })).toEqual([b, c]);
    expect(await ids({ minAmount: 8_000n, maxAmount: 8_000n })).toEqual([b]);
    expect(await ids({ from: day(4), to: day(5) })).toEqual([b]);
    expect(await ids({ search: a })).toEqual([a]);
    expect(await ids({ search: `0x${"AB".repeat(32)}` })).toEqual([a]);
    expect(await ids({ search: "0xabab…abab" })).toEqual([a]);
    expect(await ids({ search: BOB })).toEqual([b, c]);
    expect(await ids({ search: "0xb0b0...0000" })).toEqual([b, c]);
    expect(await ids({ search: "pay_" })).toEqual([a, b, c]);
    expect(await ids({ search: "pay%" })).toEqual([]);
    expect(await ids({ search: "'; drop table payments; --" })).toEqual([]);
    expect(await ids({ search: "\\" })).toEqual([]);
  });
});

describe("a seller's figures", () => {
  it("count money that settled, and payers once", async () => {
    await insert({ claimedAt: day(2), payer: ALICE, amount: 5_000n });
    await insert({ claimedAt: day(3), payer: ALICE, amount: 2n ** 40n });
    await insert({ claimedAt: day(3), payer: BOB, state: "released" });
    await insert({ claimedAt: day(3), payer: BOB, state: "failed" });
    for (const state of ["claimed", "answered", "submitted", "unknown"] as const) await insert({ claimedAt: day(3), payer: BOB, state });
    expect(await sellerFigures(ledger.db, ME, { from: day(1), to: day(4) })).toEqual({
      revenue: 2n ** 40n + 5_000n,
      paidCalls: 2,
      closed: 4,
      payers: 1,
    });
    expect(await sellerFigures(ledger.db, ME, { from: day(10), to: day(11) })).toEqual({ revenue: 0n, paidCalls: 0, closed: 0, payers: 0 });
  });

  it("fall on their UTC day, and days without any are there", async () => {
    await insert({ claimedAt: day(2, "00:00:00.000"), payer: ALICE });
    await insert({ claimedAt: day(2, "23:59:59.999"), payer: ALICE });
    await insert({ claimedAt: day(4, "00:00:00.000"), payer: BOB });
    await insert({ claimedAt: day(5, "00:00:00.000"), payer: BOB });
    const series = await sellerSeries(ledger.db, ME, { from: day(2, "00:00:00.000"), to: day(5, "00:00:00.000") }, "day");
    expect(series.map(({ at, paidCalls, payers }) => [at.toISOString().slice(0, 10), paidCalls, payers])).toEqual([
      ["2026-11-02", 2, 1],
      ["2026-11-03", 0, 0],
      ["2026-11-04", 1, 1],
    ]);
  });
});
