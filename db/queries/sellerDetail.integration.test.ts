import { afterAll, beforeAll, expect, it } from "vitest";
import { connection } from "@/db/client";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { sellerByTool } from "./sellerByTool";
import { sellerFacts } from "./sellerFacts";
import { sellerReasons } from "./sellerReasons";

const ME = `0x${"5".repeat(40)}`;
const OTHER = `0x${"6".repeat(40)}`;
const STATES = ["settled", "settled", "settled", "released", "failed", "queued", "unknown"] as const;
const at = (text: string) => new Date(`2026-11-${text}Z`);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  for (let n = 0; n < 350; n++) {
    const claimedAt = new Date(at("01T00:00:00").getTime() + ((n * 7_919_333) % (5 * 86_400)) * 1_000);
    const state = STATES[n % STATES.length];
    await insertPayment(ledger.db, {
      claimedAt,
      receivedAt: new Date(claimedAt.getTime() - 10),
      answeredAt: state === "released" ? null : new Date(claimedAt.getTime() + 100),
      closedAt: state === "queued" || state === "unknown" ? null : new Date(claimedAt.getTime() + 990),
      state,
      tool: n % 3 === 0 ? "token-safety" : "web-extract",
      amount: BigInt(n + 1),
      payTo: n % 5 === 0 ? OTHER : ME,
      // Paid to another address than the seller's own, all the same the seller's sale.
      account: n % 5 === 0 ? OTHER : ME,
      payer: n % 10 === 1 ? ME : `0x${((n * 31) % 17).toString(16).padStart(40, "c")}`,
      reason: state === "released" ? "no_pool" : state === "failed" && n % 2 === 0 ? "funds_gone" : null,
    });
  }
});
afterAll(() => ledger.stop());

const PERIODS = [
  ["day", "02T00:00:00", "06T00:00:00"],
  ["day", "01T00:00:00", "06T00:00:00"],
  ["hour", "03T07:00:00", "04T07:00:00"],
] as const;

it.each(PERIODS)("each tool's %s figures from %s to %s are what the ledger comes to", async (step, from, to) => {
  const period = { from: at(from), to: at(to) };
  const rows = await connection().sql`
    select tool, (count(*) filter (where state = 'settled'))::int as paid, count(*)::int as closed,
      (coalesce(sum(amount) filter (where state = 'settled'), 0))::text as revenue
    from payments where account = ${ME} and state in ('settled', 'released', 'failed') and claimed_at >= ${period.from} and claimed_at < ${period.to}
    group by tool order by sum(amount) filter (where state = 'settled') desc`;
  const { tools, others, all } = await sellerByTool(ledger.db, ME, period, step);
  expect(tools.map(({ tool, paidCalls, closed, revenue }) => ({ tool, paid: paidCalls, closed, revenue: revenue.toString() }))).toEqual([
    ...rows,
  ]);
  expect(others).toBe(0);
  for (const times of [all, ...tools]) expect(times).toMatchObject({ runP50Ms: 100, runP99Ms: 100, callP50Ms: 1_000, callP99Ms: 1_000 });
  expect((await sellerByTool(ledger.db, ME, period, step, 1)).others).toBe(rows.length - 1);
});

it.each(PERIODS)("reasons by %s from %s to %s are what the ledger comes to", async (step, from, to) => {
  const period = { from: at(from), to: at(to) };
  const rows = await connection().sql`
    select state, coalesce(reason, '') as reason, count(*)::int as calls from payments
    where account = ${ME} and state in ('released', 'failed') and claimed_at >= ${period.from} and claimed_at < ${period.to}
    group by 1, 2 order by 3 desc, 1, 2`;
  expect(await sellerReasons(ledger.db, ME, period, step)).toEqual([...rows]);
});

it.each(PERIODS)("own wallets and newcomers by %s from %s to %s are what the ledger comes to", async (step, from, to) => {
  const period = { from: at(from), to: at(to) };
  const [row] = await connection().sql`
    select (count(*) filter (where payer = ${ME}))::int as calls, (coalesce(sum(amount) filter (where payer = ${ME}), 0))::text as amount,
      (select count(*)::int from (select payer from payments where account = ${ME} and state = 'settled' group by payer
        having min(claimed_at) >= ${period.from} and min(claimed_at) < ${period.to}) n) as newcomers
    from payments where account = ${ME} and state = 'settled' and claimed_at >= ${period.from} and claimed_at < ${period.to}`;
  const facts = await sellerFacts(ledger.db, ME, period, step, [ME]);
  expect({ ...facts, ownAmount: facts.ownAmount.toString() }).toMatchObject({
    ownCalls: row?.calls,
    ownAmount: row?.amount,
    newPayers: row?.newcomers,
  });
  expect([facts.open, facts.unknown]).toEqual([40, 40]);
});

it("is nothing for somebody who sold nothing", async () => {
  const period = { from: at("01T00:00:00"), to: at("06T00:00:00") };
  const nobody = `0x${"7".repeat(40)}`;
  expect(await sellerByTool(ledger.db, nobody, period, "day")).toMatchObject({ tools: [], others: 0, all: { runP50Ms: null } });
  expect(await sellerReasons(ledger.db, nobody, period, "day")).toEqual([]);
  expect(await sellerFacts(ledger.db, nobody, period, "day", [nobody])).toEqual({
    newPayers: 0,
    ownCalls: 0,
    ownAmount: 0n,
    open: 0,
    unknown: 0,
  });
});
