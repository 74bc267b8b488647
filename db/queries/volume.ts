import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { MARKET } from "../schema/rollups";
import { foldRollups } from "./foldRollups";

/**
 * One UTC day's settled calls. Atomic units as decimal text; both kinds that are taken out are part of `raw`. `gasFee`: wei
 * that the market paid for their settlement; nothing for what others settled.
 */
export type VolumeDay = { day: string; calls: number; raw: string; gasFee: string; own: string; ownCalls: number; circular: string };

type Row = Omit<VolumeDay, "gasFee" | "ownCalls"> & { gas_fee: string; own_calls: number };

export const VOLUME_DAYS = 30;

/**
 * The market's volume, and how much of it says nothing about demand:
 * - `own`: the payer is an address that a tool of this market is paid on, the payee's own or another seller's;
 * - `circular`: the payee has itself paid the payer, through this market or its facilitator, within the same days.
 * Both are decided when they are read, from what each payer paid to whom on which day, so that the order of the two
 * payments does not matter. Sellers are few, and only what they paid is followed. Payments that are settled for other
 * servers are no calls of this market, but they do show money going round.
 */
export async function volume(db: Db, days = VOLUME_DAYS): Promise<VolumeDay[]> {
  await foldRollups(db);
  const first = sql`(now() at time zone 'UTC')::date - ${days - 1}::int`;
  const rows = await db.execute<Row>(sql`
    with sellers as materialized (
      select distinct scope as address from payment_figures
      where step = 'day' and at >= (${first})::timestamp at time zone 'UTC' and scope like '0x%' and settled > facilitated
    ), all_days as (
      select (at at time zone 'UTC')::date as day, settled as calls, amount as raw, gas_fee from payment_figures
      where scope = ${MARKET} and step = 'day' and at >= (${first})::timestamp at time zone 'UTC'
    ), own as (
      select day, sum(amount - facilitated_amount) as amount, sum(calls - facilitated_calls) as calls
      from payer_days where payer in (select address from sellers) and day >= ${first} group by day
    ), paid_by_sellers as materialized (
      select distinct payer as seller, account as other from payer_days
      where payer in (select address from sellers) and day >= ${first} and account not in (select address from sellers)
    ), circular as (
      select d.day, sum(d.amount - d.facilitated_amount) as amount
      from paid_by_sellers p join payer_days d on d.account = p.seller and d.payer = p.other and d.day >= ${first} group by d.day
    )
    select d.day::text as day, coalesce(a.calls, 0)::int as calls, coalesce(a.raw, 0)::text as raw, coalesce(a.gas_fee, 0)::text as gas_fee, coalesce(o.amount, 0)::text as own,
      coalesce(o.calls, 0)::int as own_calls, coalesce(c.amount, 0)::text as circular
    from generate_series(${first}, (now() at time zone 'UTC')::date, interval '1 day') s (at), lateral (select s.at::date as day) d
      left join all_days a on a.day = d.day left join own o on o.day = d.day left join circular c on c.day = d.day
    order by d.day`);
  return rows.map(({ gas_fee, own_calls, ...row }) => ({ ...row, gasFee: gas_fee, ownCalls: own_calls }));
}
