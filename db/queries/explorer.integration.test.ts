import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { emptyLedger, insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { addressFigures } from "./addressFigures";
import { findBatch, newestBatches } from "./batches";
import { explorerPayments, explorerPaymentsById } from "./explorerPayments";
import { explorerStats } from "./explorerStats";
import { searchLedger } from "./searchLedger";
import { volume } from "./volume";

const SELLER = `0x${"5".repeat(40)}`;
const OTHER_SELLER = `0x${"6".repeat(40)}`;
const ALICE = `0xa11ce${"0".repeat(35)}`;
const BOB = `0xb0b${"0".repeat(37)}`;
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const tx = (digit: string) => `0x${digit.repeat(64)}`;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());
beforeEach(() => emptyLedger(ledger.db));

const pay = (over: Parameters<typeof insertPayment>[1]) => insertPayment(ledger.db, over);

async function mine(hash: string, block: number, payments: number, minedAt = new Date()) {
  const { sql } = connection();
  await sql`insert into settlements ${sql({
    hash,
    state: "mined",
    network: "n",
    sender: SELLER,
    account_nonce: block,
    payment_ids: [],
    payment_count: payments,
    max_fee_per_gas: 1,
    max_priority_fee_per_gas: 1,
    block_number: block,
    gas_used: 44_000 * payments,
    gas_price: 2,
    mined_at: minedAt.toISOString(),
  })}`;
}

describe("the explorer's list", () => {
  it("has what pays, newest first, page by page", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.unshift(await pay({ claimedAt: ago(10 - n) }));
    await pay({ state: "released" });
    await pay({ state: "failed" });
    await pay({ state: "claimed" });
    const settling = await pay({ state: "submitted", claimedAt: ago(0.1) });
    const first = await explorerPayments(ledger.db, {}, 5);
    expect(first.rows.map((row) => row.id)).toEqual([settling, ...ids.slice(0, 4)]);
    const second = await explorerPayments(ledger.db, {}, 5, first.older ?? "");
    expect([second.rows.map((row) => row.id), second.older]).toEqual([ids.slice(4), null]);
    expect((await explorerPayments(ledger.db, {}, 5, "2026-02-30T00:00:00.000000Z_x")).rows).toHaveLength(5);
  });

  it("holds to a tool, a payer, a payee or a transaction", async () => {
    const a = await pay({ payer: ALICE, tool: "ocr", transaction: tx("a") });
    const b = await pay({ payer: BOB, payTo: OTHER_SELLER, transaction: tx("b") });
    const ids = async (filter: Parameters<typeof explorerPayments>[1]) =>
      (await explorerPayments(ledger.db, filter, 9)).rows.map((row) => row.id);
    expect(await ids({ tool: "ocr" })).toEqual([a]);
    expect(await ids({ payer: BOB })).toEqual([b]);
    expect(await ids({ account: OTHER_SELLER })).toEqual([b]);
    expect(await ids({ transaction: tx("a") })).toEqual([a]);
    const released = await pay({ state: "released" });
    expect((await explorerPaymentsById(ledger.db, [a, released])).map((row) => row.id)).toEqual([a]);
  });

  it("tells nothing that is not on the chain", async () => {
    await pay({ reason: "secret", client: "Mozilla/5.0" });
    const { rows } = await explorerPayments(ledger.db, {}, 1);
    expect(Object.keys(rows[0] ?? {}).join()).not.toMatch(/reason|client|signature|fingerprint|nonce/);
  });
});

describe("batches", () => {
  it("are mined transactions, newest first, with their gas", async () => {
    await mine(tx("1"), 100, 3);
    await mine(tx("2"), 101, 40);
    await connection().sql`update settlements set state = 'dropped' where hash = ${tx("1")}`;
    await mine(tx("3"), 99, 1);
    expect((await newestBatches(ledger.db, 5)).map(({ hash, block, payments, gasUsed }) => [hash, block, payments, gasUsed])).toEqual([
      [tx("2"), "101", 40, "1760000"],
      [tx("3"), "99", 1, "44000"],
    ]);
    expect(await newestBatches(ledger.db, 5, 101n)).toHaveLength(1);
    expect(await findBatch(ledger.db, tx("1"))).toMatchObject({ state: "dropped" });
    expect(await findBatch(ledger.db, tx("9"))).toBeNull();
  });

  it("are counted for a day", async () => {
    await mine(tx("1"), 100, 3);
    await mine(tx("2"), 101, 40);
    await mine(tx("3"), 9, 7, ago(30));
    await pay({});
    await pay({ tool: "facilitator" });
    expect(await explorerStats(ledger.db)).toEqual({ paidCalls: 1, transactions: 2, payments: 43, gas: String(44_000 * 43) });
  });
});

describe("volume", () => {
  const sums = async () => {
    const days = await volume(ledger.db);
    const sum = (pick: "raw" | "own" | "circular" | "ownCalls") => days.reduce((total, day) => total + Number(day[pick]), 0);
    return { raw: sum("raw"), own: sum("own"), circular: sum("circular"), ownCalls: sum("ownCalls") };
  };

  it("has every day of thirty, with today last", async () => {
    await pay({ amount: 7n, gasFee: 30n, claimedAt: ago(24) });
    await pay({ amount: 1n, gasFee: 5n, claimedAt: ago(24) });
    // Settled by somebody else, and for somebody else: no gas of these calls.
    await pay({ amount: 1n, gasFee: null, claimedAt: ago(24) });
    await pay({ amount: 3n, gasFee: 400n, tool: "facilitator", claimedAt: ago(24) });
    await pay({ amount: 9n, claimedAt: ago(24 * 40) });
    const days = await volume(ledger.db);
    expect(days).toHaveLength(30);
    expect(days.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
    const day = ago(24).toISOString().slice(0, 10);
    expect(days.at(-2)).toEqual({ day, calls: 3, raw: "9", gasFee: "35", own: "0", ownCalls: 0, circular: "0" });
    expect((await sums()).raw).toBe(9);
  });

  it("takes out a seller that pays themselves, or another seller", async () => {
    await pay({ payer: ALICE, amount: 1_000n });
    await pay({ payer: SELLER, amount: 200n });
    await pay({ payer: OTHER_SELLER, amount: 30n });
    await pay({ payer: BOB, payTo: OTHER_SELLER, amount: 4n });
    expect(await sums()).toEqual({ raw: 1_234, own: 230, circular: 0, ownCalls: 2 });
  });

  it("takes out money that the payee sent the payer, in whichever order, and only that", async () => {
    await pay({ payer: ALICE, amount: 1_000n });
    await pay({ payer: BOB, amount: 200n });
    // The seller pays Bob's own server, which settles through the market's facilitator.
    await pay({ payer: SELLER, payTo: BOB, tool: "facilitator", amount: 150n });
    expect(await sums()).toEqual({ raw: 1_200, own: 0, circular: 200, ownCalls: 0 });
  });

  it("counts no payment for other servers", async () => {
    await pay({ payer: ALICE, payTo: BOB, tool: "facilitator" });
    expect(await sums()).toEqual({ raw: 0, own: 0, circular: 0, ownCalls: 0 });
  });
});

describe("an address", () => {
  it("has what it paid and what it was paid", async () => {
    await pay({ payer: ALICE, amount: 10n });
    await pay({ payer: ALICE, payTo: OTHER_SELLER, amount: 5n, claimedAt: ago(48) });
    await pay({ payer: ALICE, state: "released", amount: 99n });
    await pay({ payer: BOB, amount: 1n });
    const alice = await addressFigures(ledger.db, ALICE);
    expect(alice.paid).toMatchObject({ calls: 2, amount: "15", others: 2, first: ago(48).toISOString().slice(0, 10) });
    expect(alice.received.calls).toBe(0);
    expect((await addressFigures(ledger.db, SELLER)).received).toMatchObject({ calls: 2, amount: "11", others: 2 });
  });
});

describe("search", () => {
  it("finds whole ids, transactions and addresses, however they are written", async () => {
    const id = await pay({ payer: ALICE, transaction: tx("a") });
    await mine(tx("b"), 5, 2);
    const kinds = async (text: string) => (await searchLedger(ledger.db, text))?.kind ?? null;
    expect(await searchLedger(ledger.db, ` ${id} `)).toEqual({ kind: "payment", value: id });
    expect(await searchLedger(ledger.db, ALICE.toUpperCase().replace("0X", "0x"))).toEqual({ kind: "address", value: ALICE });
    expect([await kinds(tx("A")), await kinds(tx("b")), await kinds(SELLER)]).toEqual(["transaction", "transaction", "address"]);
    for (const nothing of ["", "pay_nothing", tx("c"), BOB, "0x12", "'; drop table payments; --", "%"])
      expect(await kinds(nothing)).toBeNull();
  });
});
