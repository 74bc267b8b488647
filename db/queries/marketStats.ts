import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { FACILITATED, payments } from "../schema/payments";

/** The market's last 24 hours. `medianMs` and `noAnswerShare` are null when nothing stands behind them. */
export type MarketStats = {
  paidCalls: number;
  settledAtomic: string;
  /** From the request's arrival to the settled answer. */
  medianMs: number | null;
  /** Of the calls that ended: how many had no answer and were not charged. */
  noAnswerShare: number | null;
};

export async function marketStats(db: Db): Promise<MarketStats> {
  const p = payments;
  const settled = sql`${p.state} = 'settled'`;
  const [row] = await db
    .select({
      paidCalls: sql<number>`count(*) filter (where ${settled})::int`,
      settledAtomic: sql<string>`coalesce(sum(${p.amount}) filter (where ${settled}), 0)::text`,
      medianMs: sql<
        number | null
      >`(percentile_cont(0.5) within group (order by extract(epoch from ${p.closedAt} - ${p.receivedAt}) * 1000) filter (where ${settled}))::float8`,
      noAnswerShare: sql<
        number | null
      >`(count(*) filter (where ${p.state} = 'released'))::float8 / nullif(count(*) filter (where ${p.state} in ('settled', 'released')), 0)`,
    })
    .from(p)
    .where(sql`${p.claimedAt} > now() - interval '24 hours' and ${p.tool} <> ${FACILITATED}`);
  return row ?? { paidCalls: 0, settledAtomic: "0", medianMs: null, noAnswerShare: null };
}
