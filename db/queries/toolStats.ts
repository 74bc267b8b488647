import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";

/** A tool's last 30 days. Shares and times are null when nothing stands behind them. */
export type ToolStats = {
  tool: string;
  /** How long the tool itself ran. */
  runP50Ms: number | null;
  runP99Ms: number | null;
  /** Of the calls that ended: how many had an answer. */
  answeredShare: number | null;
  paidCalls: number;
  payers: number;
  /** Of the payers: how many paid more than once. */
  returnedShare: number | null;
};

/** All tools that were called, by slug. */
export async function toolStats(db: Db, tool?: string): Promise<Map<string, ToolStats>> {
  const p = payments;
  const run = sql`extract(epoch from ${p.answeredAt} - ${p.claimedAt}) * 1000`;
  const recent = and(sql`${p.claimedAt} > now() - interval '30 days'`, tool === undefined ? undefined : eq(p.tool, tool));
  const byPayer = db
    .select({ tool: p.tool, payer: p.payer, calls: sql<number>`count(*)::int`.as("calls") })
    .from(p)
    .where(and(recent, eq(p.state, "settled")))
    .groupBy(p.tool, p.payer)
    .as("by_payer");
  const [calls, payers] = await Promise.all([
    db
      .select({
        tool: p.tool,
        runP50Ms: sql<
          number | null
        >`(percentile_cont(0.5) within group (order by ${run}) filter (where ${p.answeredAt} is not null))::float8`,
        runP99Ms: sql<
          number | null
        >`(percentile_cont(0.99) within group (order by ${run}) filter (where ${p.answeredAt} is not null))::float8`,
        answeredShare: sql<
          number | null
        >`(count(*) filter (where ${p.answeredAt} is not null))::float8 / nullif(count(*) filter (where ${p.answeredAt} is not null or ${p.state} = 'released'), 0)`,
        paidCalls: sql<number>`count(*) filter (where ${p.state} = 'settled')::int`,
      })
      .from(p)
      .where(recent)
      .groupBy(p.tool),
    db
      .select({
        tool: byPayer.tool,
        payers: sql<number>`count(*)::int`,
        returnedShare: sql<number | null>`(count(*) filter (where ${byPayer.calls} > 1))::float8 / nullif(count(*), 0)`,
      })
      .from(byPayer)
      .groupBy(byPayer.tool),
  ]);
  const payersOf = new Map(payers.map((row) => [row.tool, row]));
  return new Map(
    calls.map((row) => [
      row.tool,
      { ...row, payers: payersOf.get(row.tool)?.payers ?? 0, returnedShare: payersOf.get(row.tool)?.returnedShare ?? null },
    ]),
  );
}
