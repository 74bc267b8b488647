import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";

export type ListingSales = { paid: number; ended: number; answered: number };

/** What each listing of a wallet has sold in the last 28 UTC days, today among them, by the listing's name. */
export async function listingSales(db: Db, account: string): Promise<Map<string, ListingSales>> {
  await foldRollups(db);
  const rows = await db.execute<ListingSales & { name: string }>(sql`
    select split_part(f.scope, '/', 2) as name, sum(f.settled)::int as paid, sum(f.answered)::int as answered,
      sum(f.settled + f.released + f.failed)::int as ended
    from sellers s join payment_figures f on starts_with(f.scope, s.handle || '/')
    where s.wallet = ${account} and f.step = 'day' and f.at >= ((now() at time zone 'UTC')::date - 27)::timestamp at time zone 'UTC'
    group by 1`);
  return new Map(rows.map(({ name, ...sales }) => [name, sales]));
}
