import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { DAY_MS, HOUR_MS, type Period } from "./wholeHours";

/** Refunds of one seller that settled within a period, by the time of their settlement. `amount` is atomic. */
export type RefundFigures = { count: number; amount: bigint };

export async function refundFigures(db: Db, account: string, period: Period): Promise<RefundFigures> {
  const [row] = await db.execute<{ count: number; amount: string }>(sql`
    select count(*)::int as count, coalesce(sum(r.amount), 0)::text as amount ${settled(account, period)}`);
  return { count: row?.count ?? 0, amount: BigInt(row?.amount ?? 0) };
}

/** The same for each hour or day of a period that begins with one; those without a refund are there, with zeros. */
export async function refundSeries(
  db: Db,
  account: string,
  period: Period,
  step: "hour" | "day",
): Promise<(RefundFigures & { at: Date })[]> {
  const width = step === "hour" ? HOUR_MS : DAY_MS;
  const start = period.from.getTime();
  const slot = sql`floor((extract(epoch from s.closed_at) * 1000 - ${start}::bigint) / ${width}::bigint)::int`;
  const rows = await db.execute<{ slot: number; count: number; amount: string }>(sql`
    select ${slot} as slot, count(*)::int as count, sum(r.amount)::text as amount ${settled(account, period)} group by 1`);
  const bySlot = new Map(rows.map((row) => [row.slot, row]));
  return Array.from({ length: Math.ceil((period.to.getTime() - start) / width) }, (_, index) => {
    const { count = 0, amount = "0" } = bySlot.get(index) ?? {};
    return { at: new Date(start + index * width), count, amount: BigInt(amount) };
  });
}

function settled(account: string, { from, to }: Period) {
  return sql`from refunds r join refund_states s on s.id = r.id
    where r.account = ${account} and r.created_at < ${to.toISOString()} and s.state = 'settled'
      and s.closed_at >= ${from.toISOString()} and s.closed_at < ${to.toISOString()}`;
}
