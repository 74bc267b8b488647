import { afterAll, beforeAll, expect, it } from "vitest";
import { connection } from "@/db/client";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { sellerFigures } from "./sellerFigures";
import { sellerSeries } from "./sellerSeries";

const ME = `0x${"5".repeat(40)}`;
const STATES = ["settled", "settled", "settled", "settled", "released", "failed", "queued"] as const;
const at = (text: string) => new Date(`2026-11-${text}Z`);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  for (let n = 0; n < 400; n++) {
    const claimedAt = new Date(at("01T00:00:00").getTime() + ((n * 7_919_333) % (5 * 86_400)) * 1_000);
    const payer = `0x${((n * 31) % 17).toString(16).padStart(40, "c")}`;
    await insertPayment(ledger.db, { claimedAt, payer, state: STATES[n % STATES.length], amount: BigInt(n + 1) });
  }
});
afterAll(() => ledger.stop());

async function counted(from: Date, to: Date) {
  const [row] = await connection().sql`
    select coalesce(sum(amount) filter (where state = 'settled'), 0)::text as revenue, (count(*) filter (where state = 'settled'))::int as paid,
      (count(*) filter (where state in ('settled', 'released', 'failed')))::int as closed,
      (count(distinct payer) filter (where state = 'settled'))::int as payers
    from payments where pay_to = ${ME} and claimed_at >= ${from.toISOString()} and claimed_at < ${to.toISOString()}`;
  return { revenue: BigInt(row?.revenue), paidCalls: row?.paid, closed: row?.closed, payers: row?.payers };
}

it.each([
  ["01T00:00:00", "06T00:00:00"],
  ["02T00:00:00", "04T00:00:00"],
  ["02T00:00:00", "04T13:27:11"],
  ["02T00:00:00", "02T00:40:00"],
  ["02T05:00:00", "03T05:00:00"],
  ["02T05:30:00", "03T04:10:00"],
  ["01T23:10:00", "05T00:50:30"],
  ["03T07:10:00", "03T07:50:00"],
])("from %s to %s the figures are what the ledger comes to", async (from, to) => {
  const figures = await sellerFigures(ledger.db, ME, { from: at(from), to: at(to) });
  expect(figures).toEqual(await counted(at(from), at(to)));
});

it.each([
  ["day", "01T00:00:00", "06T00:00:00", 86_400_000],
  ["hour", "02T09:00:00", "03T09:00:00", 3_600_000],
] as const)("each %s of the chart is what the ledger comes to", async (step, from, to, width) => {
  const series = await sellerSeries(ledger.db, ME, { from: at(from), to: at(to) }, step);
  for (const { at: begin, ...figures } of series) {
    expect(figures).toEqual(await counted(begin, new Date(begin.getTime() + width)));
  }
});
