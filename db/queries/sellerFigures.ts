import "server-only";
import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";

export type Period = { from: Date; to: Date };

export type SellerFigures = {
  /** Settled USDC, atomic. */
  revenue: bigint;
  /** Settled payments. */
  paidCalls: number;
  /** Payments with an outcome: settled, not charged or failed. Those still under way count nowhere. */
  closed: number;
  /** Distinct payers among the settled ones. */
  payers: number;
};

/** What was earned on one address in one period, by the time that the payment was claimed. */
export async function sellerFigures(db: Db, payTo: string, period: Period): Promise<SellerFigures> {
  const byPayer = perPayer(db, payTo, period, sql`0`);
  const [row] = await db.select(totals(byPayer)).from(byPayer);
  if (!row) return { revenue: 0n, paidCalls: 0, closed: 0, payers: 0 };
  return { ...row, revenue: BigInt(row.revenue) };
}

/** Counted for each payer first: distinct payers then cost a hash, not a sort of all payments. */
export function perPayer(db: Db, payTo: string, { from, to }: Period, slot: ReturnType<typeof sql>) {
  const settled = sql`filter (where ${payments.state} = 'settled')`;
  return db
    .select({
      slot: sql<number>`${slot}`.as("slot"),
      revenue: sql<string>`coalesce(sum(${payments.amount}) ${settled}, 0)`.as("revenue"),
      paidCalls: sql<number>`count(*) ${settled}`.as("paid_calls"),
      closed: sql<number>`count(*) filter (where ${payments.state} in ('settled', 'released', 'failed'))`.as("closed"),
    })
    .from(payments)
    .where(and(eq(payments.payTo, payTo), gte(payments.claimedAt, from), lt(payments.claimedAt, to)))
    .groupBy(sql`1`, payments.payer)
    .as("by_payer");
}

export function totals(byPayer: ReturnType<typeof perPayer>) {
  return {
    revenue: sql<string>`coalesce(sum(${byPayer.revenue}), 0)::text`,
    paidCalls: sql<number>`coalesce(sum(${byPayer.paidCalls}), 0)::int`,
    closed: sql<number>`coalesce(sum(${byPayer.closed}), 0)::int`,
    payers: sql<number>`(count(*) filter (where ${byPayer.paidCalls} > 0))::int`,
  };
}
