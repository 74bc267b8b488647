import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import type { PaymentState } from "../schema/states";
import { foldRollups } from "./foldRollups";
import type { PaymentFilters } from "./paymentFilters";

const COLUMNS: Partial<Record<PaymentState, string>> = { settled: "settled", released: "released", failed: "failed" };
const DAY_MS = 86_400_000;

/**
 * How many payments to an address had one of these outcomes, from a midnight on: the database keeps
 * these. Null where it has to be counted. Some outcomes are rare, and to find them among millions takes long.
 */
export async function countOutcomes(db: Db, account: string, filters: PaymentFilters): Promise<number | null> {
  const { states = [], tool, from, to, payer, minAmount, maxAmount, search } = filters;
  const columns = states.map((state) => COLUMNS[state]);
  const other = tool || payer || search?.trim() || minAmount !== undefined || maxAmount !== undefined;
  if (columns.length === 0 || columns.includes(undefined) || other || !isMidnight(from) || !isMidnight(to)) return null;
  await foldRollups(db);
  const [row] = await db.execute<{ count: number }>(sql`
    select coalesce(sum(${sql.raw(columns.join(" + "))}), 0)::int as count from payment_figures
    where scope = ${account} and step = 'day'
      ${from ? sql`and at >= ${from.toISOString()}` : sql``} ${to ? sql`and at < ${to.toISOString()}` : sql``}`);
  return row?.count ?? 0;
}

function isMidnight(time: Date | undefined): boolean {
  return time === undefined || time.getTime() % DAY_MS === 0;
}
