import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { MARKET } from "../schema/rollups";
import { foldRollups } from "./foldRollups";

/** The last 24 hours, as whole hours: the one that runs and the 23 before it. */
export type ExplorerStats = {
  paidCalls: number;
  /** Mined transactions, and all the payments in them. */
  transactions: number;
  payments: number;
  gas: string;
};

const SINCE = sql`date_trunc('hour', now() - interval '23 hours', 'UTC')`;

export async function explorerStats(db: Db): Promise<ExplorerStats> {
  await foldRollups(db);
  const [row] = await db.execute<{ paid: number; transactions: number; payments: number; gas: string }>(sql`
    select (select coalesce(sum(settled), 0)::int from payment_figures where scope = ${MARKET} and step = 'hour' and at >= ${SINCE}) as paid,
      coalesce(sum(transactions), 0)::int as transactions, coalesce(sum(payments), 0)::int as payments, coalesce(sum(gas), 0)::text as gas
    from settlement_hours where hour >= ${SINCE}`);
  const { paid = 0, transactions = 0, payments = 0, gas = "0" } = row ?? {};
  return { paidCalls: paid, transactions, payments, gas };
}
