import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";
import { type Period, perPayer, type SellerFigures, totals } from "./sellerFigures";

export type SeriesPoint = SellerFigures & { at: Date };

const STEP_MS = { hour: 3_600_000, day: 86_400_000 } as const;
export type SeriesStep = keyof typeof STEP_MS;

/** The figures of each UTC hour or day of a period; `from` begins one. Steps without payments are there, with zeros. */
export async function sellerSeries(db: Db, payTo: string, period: Period, step: SeriesStep): Promise<SeriesPoint[]> {
  const width = STEP_MS[step];
  const start = period.from.getTime();
  const slot = sql`floor((extract(epoch from ${payments.claimedAt}) * 1000 - ${start}::bigint) / ${width}::int)::int`;
  const byPayer = perPayer(db, payTo, period, slot);
  const rows = await db
    .select({ slot: byPayer.slot, ...totals(byPayer) })
    .from(byPayer)
    .groupBy(byPayer.slot);

  const bySlot = new Map(rows.map((row) => [row.slot, row]));
  return Array.from({ length: Math.ceil((period.to.getTime() - start) / width) }, (_, index) => {
    const { revenue = "0", paidCalls = 0, closed = 0, payers = 0 } = bySlot.get(index) ?? {};
    return { at: new Date(start + index * width), revenue: BigInt(revenue), paidCalls, closed, payers };
  });
}
