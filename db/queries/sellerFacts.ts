import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";
import type { SeriesStep } from "./sellerSeries";
import type { Period } from "./wholeHours";

export type SellerFacts = {
  /** Of the payers: those that had never paid this account before. */
  newPayers: number;
  /** Settled payments of the seller's own wallets, and what they came to (atomic). */
  ownCalls: number;
  ownAmount: bigint;
  /** Payments under way now, and those of which the chain has not told the outcome. */
  open: number;
  unknown: number;
};

/** What stands beside the figures, of a period that begins with a UTC hour or day and ends now. `own`: lower-case wallets. */
export async function sellerFacts(db: Db, account: string, period: Period, step: SeriesStep, own: string[]): Promise<SellerFacts> {
  await foldRollups(db);
  const { from, to } = period;
  const [[payers], [mine], [open]] = await Promise.all([
    db.execute<{ n: number }>(sql`
      select coalesce(sum(payers), 0)::int as n from payer_arrivals
      where account = ${account} and step = ${step} and at >= ${from.toISOString()} and at < ${to.toISOString()} and seen = '1970-01-01'`),
    db.execute<{ calls: number; amount: string }>(step === "day" ? ownDays(account, period, own) : ownHours(account, period, own)),
    db.execute<{ open: number; unknown: number }>(sql`
      select (count(*) filter (where p.state <> 'unknown'))::int as open, (count(*) filter (where p.state = 'unknown'))::int as unknown
      from open_payments o join payments p on p.id = o.payment_id where p.account = ${account}`),
  ]);
  return {
    newPayers: payers?.n ?? 0,
    ownCalls: mine?.calls ?? 0,
    ownAmount: BigInt(mine?.amount ?? 0),
    open: open?.open ?? 0,
    unknown: open?.unknown ?? 0,
  };
}

function ownDays(account: string, { from, to }: Period, own: string[]) {
  return sql`select coalesce(sum(calls), 0)::int as calls, coalesce(sum(amount), 0)::text as amount from payer_days
    where account = ${account} and payer = any(${sql.param(own)}::text[])
      and day >= ${from.toISOString().slice(0, 10)} and day <= ${to.toISOString().slice(0, 10)}`;
}

/** A day of one payer is little enough to be counted. */
function ownHours(account: string, { from, to }: Period, own: string[]) {
  return sql`select count(*)::int as calls, coalesce(sum(amount), 0)::text as amount from payments
    where account = ${account} and payer = any(${sql.param(own)}::text[]) and state = 'settled'
      and claimed_at >= ${from.toISOString()} and claimed_at < ${to.toISOString()}`;
}
