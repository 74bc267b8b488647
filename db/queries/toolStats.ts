import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { FACILITATED } from "../schema/payments";
import { MARKET } from "../schema/rollups";
import { foldRollups } from "./foldRollups";
import { type Bar, percentileMs } from "./percentile";

/** A tool's last 30 UTC days, today among them. Shares and times are null when nothing stands behind them. */
export type ToolStats = {
  tool: string;
  /** How long the tool itself ran, to within 5 %. */
  runP50Ms: number | null;
  runP99Ms: number | null;
  /** Of the calls that ended: how many had an answer. */
  answeredShare: number | null;
  paidCalls: number;
  payers: number;
  /** Of the payers: how many paid more than once. */
  returnedShare: number | null;
};

const FIRST_DAY = sql`(now() at time zone 'UTC')::date - 29`;
const FIRST_MIDNIGHT = sql`(${FIRST_DAY})::timestamp at time zone 'UTC'`;

/**
 * All tools that were called, by slug. `groupOf` puts several under one name; a payer of two of them counts twice in
 * `payers` there.
 */
export async function toolStats(
  db: Db,
  tool?: string,
  groupOf: (slug: string) => string = (slug) => slug,
): Promise<Map<string, ToolStats>> {
  await foldRollups(db);
  const [calls, bars, payers] = await Promise.all([readCalls(db, tool), readBars(db, tool), readPayers(db, tool)]);
  const callsOf = grouped(calls, groupOf);
  const barsOf = grouped(bars, groupOf);
  const payersOf = grouped(payers, groupOf);
  return new Map(
    [...callsOf].map(([slug, rows]) => {
      const run = barsOf.get(slug) ?? [];
      const [closed, answered, paid] = [sum(rows, "closed"), sum(rows, "answered"), sum(rows, "paid")];
      const [all, returned] = [sum(payersOf.get(slug) ?? [], "payers"), sum(payersOf.get(slug) ?? [], "returned")];
      const times = { runP50Ms: percentileMs(run, 0.5), runP99Ms: percentileMs(run, 0.99) };
      const shares = { answeredShare: closed === 0 ? null : answered / closed, returnedShare: all === 0 ? null : returned / all };
      return [slug, { tool: slug, ...times, ...shares, paidCalls: paid, payers: all }];
    }),
  );
}

function grouped<R extends { tool: string }>(rows: readonly R[], groupOf: (slug: string) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const name = groupOf(row.tool);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function sum<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** Not an address, not the market. */
const ANY_TOOL = sql`scope not like '0x%' and scope <> ${MARKET}`;
const only = (tool: string | undefined): SQL => (tool === undefined ? sql`tool <> ${FACILITATED}` : sql`tool = ${tool}`);

function readCalls(db: Db, tool?: string) {
  return db.execute<{ tool: string; closed: number; answered: number; paid: number }>(sql`
    select scope as tool, sum(settled + released + failed)::int as closed, sum(answered)::int as answered, sum(settled)::int as paid
    from payment_figures where step = 'day' and at >= ${FIRST_MIDNIGHT} and ${tool === undefined ? ANY_TOOL : sql`scope = ${tool}`}
    group by scope having sum(settled + released + failed) > 0`);
}

function readBars(db: Db, tool?: string) {
  return db.execute<Bar & { tool: string }>(sql`
    select tool, micros::float8 as micros, sum(calls)::int as calls
    from payment_times where kind = 'run' and at >= ${FIRST_MIDNIGHT} and ${only(tool)} group by tool, micros`);
}

/** A payer whose last call is in these days counts, and has returned if the one before it is too. */
function readPayers(db: Db, tool?: string) {
  return db.execute<{ tool: string; payers: number; returned: number }>(sql`
    select tool, sum(last)::int as payers, sum(second)::int as returned
    from tool_payer_days where day >= ${FIRST_DAY} and ${only(tool)} group by tool`);
}
