import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";

/** One side of an address: what it paid, or what it was paid. Settled payments of all time; amounts are atomic text. */
export type AddressSide = {
  calls: number;
  amount: string;
  /** Different addresses at the other end. */
  others: number;
  /** UTC days. */
  first: string | null;
  last: string | null;
};

export type AddressFigures = { paid: AddressSide; received: AddressSide };

/** The address in lower case. An address that the ledger does not know has zeros on both sides. */
export async function addressFigures(db: Db, address: string): Promise<AddressFigures> {
  await foldRollups(db);
  const [[paid], [received]] = await Promise.all([
    db.execute<AddressSide>(sql`
      select coalesce(sum(calls), 0)::int as calls, coalesce(sum(amount), 0)::text as amount, count(distinct account)::int as others,
        min(day)::text as first, max(day)::text as last
      from payer_days where payer = ${address}`),
    db.execute<AddressSide>(sql`
      select coalesce(sum(settled), 0)::int as calls, coalesce(sum(amount), 0)::text as amount,
        (select coalesce(sum(payers), 0)::int from payer_arrivals where account = ${address} and step = 'day' and seen = '1970-01-01') as others,
        min(at at time zone 'UTC')::date::text as first, max(at at time zone 'UTC')::date::text as last
      from payment_figures where scope = ${address} and step = 'day' and settled > 0`),
  ]);
  const none: AddressSide = { calls: 0, amount: "0", others: 0, first: null, last: null };
  return { paid: paid ?? none, received: received ?? none };
}
