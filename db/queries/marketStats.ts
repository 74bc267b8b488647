import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { FACILITATED, REFUND } from "../schema/payments";
import { MARKET } from "../schema/rollups";
import { foldRollups } from "./foldRollups";
import { type Bar, percentileMs } from "./percentile";

/** The market's last 24 hours. `medianMs` and `noAnswerShare` are null when nothing stands behind them. */
export type MarketStats = {
  paidCalls: number;
  settledAtomic: string;
  /** From the request's arrival to the settled answer, to within 5 %. */
  medianMs: number | null;
  /** Of the calls that ended: how many had no answer and were not charged. */
  noAnswerShare: number | null;
};

/** The first whole hour of the last 24; what comes before it is counted in the ledger. */
const WHOLE = sql`date_trunc('hour', now() - interval '24 hours', 'UTC') + interval '1 hour'`;
const BEFORE_WHOLE = sql`claimed_at > now() - interval '24 hours' and claimed_at < ${WHOLE} and tool not in (${FACILITATED}, ${REFUND})`;

export async function marketStats(db: Db): Promise<MarketStats> {
  await foldRollups(db);
  const [[row], bars] = await Promise.all([
    db.execute<{ paid: number; amount: string; released: number }>(sql`
      select coalesce(sum(settled), 0)::int as paid, coalesce(sum(amount), 0)::text as amount, coalesce(sum(released), 0)::int as released
      from (
        select settled, amount, released from payment_figures where scope = ${MARKET} and step = 'hour' and at >= ${WHOLE}
        union all
        select count(*) filter (where state = 'settled'), sum(amount) filter (where state = 'settled'),
          count(*) filter (where state = 'released') from payments where ${BEFORE_WHOLE}
      ) as parts`),
    db.execute<Bar>(sql`
      select micros::float8 as micros, sum(calls)::int as calls from (
        select micros, calls from payment_times where kind = 'took' and tool = '' and at >= ${WHOLE}
        union all
        select near_micros(closed_at - received_at), 1 from payments where state = 'settled' and closed_at is not null and ${BEFORE_WHOLE}
      ) as bars group by micros`),
  ]);
  const { paid = 0, amount = "0", released = 0 } = row ?? {};
  return {
    paidCalls: paid,
    settledAtomic: amount,
    medianMs: percentileMs(bars, 0.5),
    noAnswerShare: paid + released === 0 ? null : released / (paid + released),
  };
}
