import { afterAll, beforeAll, expect, it } from "vitest";
import { connection } from "@/db/client";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { sellerGas } from "./sellerGas";

const ME = `0x${"5".repeat(40)}`;
const OTHER = `0x${"6".repeat(40)}`;
const STATES = ["settled", "settled", "settled", "released", "failed", "queued"] as const;
const at = (text: string) => new Date(`2026-11-${text}Z`);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  for (let n = 0; n < 300; n++) {
    const claimedAt = new Date(at("01T00:00:00").getTime() + ((n * 7_919_333) % (5 * 86_400)) * 1_000);
    const state = STATES[n % STATES.length];
    await insertPayment(ledger.db, {
      claimedAt,
      state,
      amount: BigInt(n + 1),
      payTo: n % 11 === 0 ? OTHER : ME,
      // On the first two days nothing was settled for other servers.
      tool: n % 7 === 0 && claimedAt >= at("03T00:00:00") ? "facilitator" : "token-safety",
      // Every fifth was settled by somebody else, at no cost to the market.
      ...(state === "settled" ? { gasUsed: 44_000n, gasFee: n % 5 === 0 ? null : BigInt(n * 1_000 + 7) } : {}),
    });
  }
});
afterAll(() => ledger.stop());

it.each([
  ["01T00:00:00", "06T00:00:00"],
  ["01T00:00:00", "03T00:00:00"],
  ["02T00:00:00", "04T13:27:11"],
  ["02T05:30:00", "04T04:10:00"],
  ["03T07:10:00", "03T07:50:00"],
  ["04T09:00:00", "05T09:00:00"],
])("from %s to %s it is what the ledger's own calls come to", async (from, to) => {
  const [row] = await connection().sql`
    select count(*)::int as calls, coalesce(sum(amount), 0)::text as revenue, coalesce(sum(gas_fee), 0)::text as fee from payments
    where pay_to = ${ME} and tool <> 'facilitator' and state = 'settled'
      and claimed_at >= ${at(from).toISOString()} and claimed_at < ${at(to).toISOString()}`;
  expect(await sellerGas(ledger.db, ME, { from: at(from), to: at(to) })).toEqual({
    calls: row?.calls,
    revenue: BigInt(row?.revenue),
    fee: BigInt(row?.fee),
  });
});

it("is nothing for an address that sold nothing here", async () => {
  await insertPayment(ledger.db, { payTo: `0x${"7".repeat(40)}`, tool: "facilitator", gasFee: 9n, claimedAt: at("02T00:00:00") });
  const period = { from: at("01T00:00:00"), to: at("06T00:00:00") };
  expect(await sellerGas(ledger.db, `0x${"7".repeat(40)}`, period)).toEqual({ calls: 0, revenue: 0n, fee: 0n });
});
