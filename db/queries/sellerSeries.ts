import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";
import type { SellerFigures } from "./sellerFigures";
import { DAY_MS, HOUR_MS, type Period } from "./wholeHours";

export type SeriesPoint = SellerFigures & { at: Date };

const STEP_MS = { hour: HOUR_MS, day: DAY_MS } as const;
export type SeriesStep = keyof typeof STEP_MS;

type Row = { at: string; revenue: string; paid: number; closed: number };

/**
 * The figures of each UTC hour or day of a period that begins with one and ends with one, or now. Steps without payments
 * are there, with zeros.
 */
export async function sellerSeries(db: Db, account: string, period: Period, step: SeriesStep): Promise<SeriesPoint[]> {
  await foldRollups(db);
  const width = STEP_MS[step];
  const start = period.from.getTime();
  const within = (column: string) =>
    sql`${sql.raw(column)} >= ${period.from.toISOString()} and ${sql.raw(column)} < ${period.to.toISOString()}`;
  const [rows, payers] = await Promise.all([
    db.execute<Row>(sql`
      select extract(epoch from at)::bigint * 1000 as at, sum(amount)::text as revenue, sum(settled)::int as paid,
        sum(settled + released + failed)::int as closed
      from payment_figures where scope = ${account} and step = ${step} and ${within("at")} group by at`),
    db.execute<{ at: string; payers: number }>(sql`
      select extract(epoch from at)::bigint * 1000 as at, sum(payers)::int as payers
      from payer_arrivals where account = ${account} and step = ${step} and ${within("at")} group by at`),
  ]);
  const slot = ({ at }: { at: string }) => Math.floor((Number(at) - start) / width);
  const bySlot = new Map(rows.map((row) => [slot(row), row]));
  const payersBySlot = new Map(payers.map((row) => [slot(row), row.payers]));
  return Array.from({ length: Math.ceil((period.to.getTime() - start) / width) }, (_, index) => {
    const { revenue = "0", paid = 0, closed = 0 } = bySlot.get(index) ?? {};
    return { at: new Date(start + index * width), revenue: BigInt(revenue), paidCalls: paid, closed, payers: payersBySlot.get(index) ?? 0 };
  });
}
