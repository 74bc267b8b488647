import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";
import { sellerPayers } from "./sellerPayers";
import { type Period, wholeHours } from "./wholeHours";

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
export async function sellerFigures(db: Db, account: string, period: Period): Promise<SellerFigures> {
  await foldRollups(db);
  const { days, hours, edges } = wholeHours(period);
  const parts = [
    ...(days ? [kept(account, "day", days)] : []),
    ...hours.map((part) => kept(account, "hour", part)),
    ...edges.map((part) => counted(account, part)),
  ];
  const [[row], payers] = await Promise.all([
    db.execute<{ revenue: string; paid: number; closed: number }>(sql`
      select coalesce(sum(revenue), 0)::text as revenue, coalesce(sum(paid), 0)::int as paid, coalesce(sum(closed), 0)::int as closed
      from (${sql.join(parts.length > 0 ? parts : [sql`select 0 as revenue, 0 as paid, 0 as closed`], sql` union all `)}) as parts`),
    sellerPayers(db, account, period),
  ]);
  return { revenue: BigInt(row?.revenue ?? 0), paidCalls: row?.paid ?? 0, closed: row?.closed ?? 0, payers };
}

/** Kept by the database, whole hours or days. */
function kept(account: string, step: "hour" | "day", { from, to }: Period): SQL {
  return sql`select amount as revenue, settled as paid, settled + released + failed as closed from payment_figures
    where scope = ${account} and step = ${step} and at >= ${from.toISOString()} and at < ${to.toISOString()}`;
}

/** What is left of an hour is counted in the ledger. */
function counted(account: string, { from, to }: Period): SQL {
  return sql`select sum(amount) filter (where state = 'settled') as revenue, count(*) filter (where state = 'settled') as paid,
      count(*) filter (where state in ('settled', 'released', 'failed')) as closed from payments
    where account = ${account} and claimed_at >= ${from.toISOString()} and claimed_at < ${to.toISOString()}`;
}
