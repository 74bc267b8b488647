import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";

/** Of the last 90 days. Disputes that their payers withdrew don't count. */
export type DisputeRates = {
  /** Settled payments. */
  calls: number;
  disputes: number;
  /** Of these: lost because the seller did not answer. */
  lost: number;
  /** Settled refunds, whoever asked for them. */
  refunds: number;
};

export const RATE_DAYS = 90;

/** How often payments of a tool, or of a whole seller, are disputed and given back. */
export async function disputeRates(db: Db, of: { tool: string } | { account: string }): Promise<DisputeRates> {
  await foldRollups(db);
  const [scope, mine] = "tool" in of ? [of.tool, sql`tool = ${of.tool}`] : [of.account, sql`account = ${of.account}`];
  const since: SQL = sql`(date_trunc('day', now(), 'UTC') - make_interval(days => ${RATE_DAYS}))`;
  const [row] = await db.execute<DisputeRates>(sql`
    select (select coalesce(sum(settled - case when ${"account" in of} then facilitated else 0 end), 0)::int from payment_figures
        where scope = ${scope} and step = 'day' and at >= ${since}) as calls,
      (select count(*)::int from disputes where ${mine} and opened_at >= ${since} and state <> 'withdrawn') as disputes,
      (select count(*)::int from disputes where ${mine} and opened_at >= ${since} and state = 'lost') as lost,
      (select count(*)::int from refunds r join refund_states s on s.id = r.id
        where r.${mine} and r.created_at >= ${since} and s.state = 'settled') as refunds`);
  return row ?? { calls: 0, disputes: 0, lost: 0, refunds: 0 };
}
