import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";
import { type Bar, percentileMs } from "./percentile";
import type { SeriesStep } from "./sellerSeries";
import { DAY_MS, type Period } from "./wholeHours";

/** Times to within 5 %; null where there was no call. */
export type Times = { runP50Ms: number | null; runP99Ms: number | null; callP50Ms: number | null; callP99Ms: number | null };

export type ToolFigures = Times & {
  tool: string;
  paidCalls: number;
  /** Settled, not charged or failed. */
  closed: number;
  /** Settled, atomic. */
  revenue: bigint;
  /** Given back of it within the period, atomic. */
  refunded: bigint;
};

/** The tools that brought in the most, how many others there are, and the times of all calls together. */
export type ByTool = { tools: ToolFigures[]; others: number; all: Times };

type Row = { tool: string; paid: number; closed: number; revenue: string; tools: number };
type TimeBar = Bar & { tool: string; kind: "run" | "call" };

/**
 * What each tool of a seller did in a period that begins with a UTC hour or day and ends with one, or now. Times are of whole
 * UTC days: of all days that the period touches, the last 28 at the most.
 */
export async function sellerByTool(db: Db, account: string, period: Period, step: SeriesStep, most = 20): Promise<ByTool> {
  await foldRollups(db);
  const rows = await db.execute<Row>(sql`
    select tool, sum(settled)::int as paid, sum(settled + released + failed)::int as closed, sum(amount)::text as revenue,
      (count(*) over ())::int as tools
    from account_figures where account = ${account} and step = ${step} and ${within(period)}
    group by tool having sum(settled + released + failed) > 0 order by sum(amount) desc, tool limit ${most}`);
  const [bars, refunds] = await Promise.all([readBars(db, account, period), readRefunds(db, account, period)]);
  return {
    others: (rows[0]?.tools ?? 0) - rows.length,
    all: timesOf(merged(bars)),
    tools: rows.map(({ tool, paid, closed, revenue }) => ({
      tool,
      paidCalls: paid,
      closed,
      revenue: BigInt(revenue),
      refunded: refunds.get(tool) ?? 0n,
      ...timesOf(bars.filter((bar) => bar.tool === tool)),
    })),
  };
}

function timesOf(bars: readonly TimeBar[]): Times {
  const [run, call] = (["run", "call"] as const).map((kind) => bars.filter((bar) => bar.kind === kind));
  const at = (some: readonly Bar[] = [], share: number) => percentileMs(some, share);
  return { runP50Ms: at(run, 0.5), runP99Ms: at(run, 0.99), callP50Ms: at(call, 0.5), callP99Ms: at(call, 0.99) };
}

/** Times of more days are many, and say no more. */
export const TIMED_DAYS = 28;

const within = ({ from, to }: Period) => sql`at >= ${from.toISOString()} and at < ${to.toISOString()}`;

function readBars(db: Db, account: string, { from, to }: Period) {
  const first = new Date(Math.max(from.getTime(), to.getTime() - (TIMED_DAYS - 1) * DAY_MS)).toISOString();
  return db.execute<TimeBar>(sql`
    select kind, tool, micros::float8 as micros, sum(calls)::int as calls from account_times
    where account = ${account} and kind in ('run', 'call') and at >= date_trunc('day', ${first}::timestamptz, 'UTC') and at < ${to.toISOString()}
    group by 1, 2, 3`);
}

/** All tools as one. */
function merged(bars: readonly TimeBar[]): TimeBar[] {
  const sums = new Map<string, TimeBar>();
  for (const bar of bars) {
    const key = `${bar.kind} ${bar.micros}`;
    sums.set(key, { ...bar, calls: bar.calls + (sums.get(key)?.calls ?? 0) });
  }
  return [...sums.values()];
}

async function readRefunds(db: Db, account: string, { from, to }: Period): Promise<Map<string, bigint>> {
  const rows = await db.execute<{ tool: string; amount: string }>(sql`
    select r.tool, sum(r.amount)::text as amount from refunds r join refund_states s on s.id = r.id
    where r.account = ${account} and r.created_at < ${to.toISOString()} and s.state = 'settled'
      and s.closed_at >= ${from.toISOString()} and s.closed_at < ${to.toISOString()} group by r.tool`);
  return new Map(rows.map(({ tool, amount }) => [tool, BigInt(amount)]));
}
