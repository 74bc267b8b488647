import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { DAY_MS, HOUR_MS, type Period, wholeHours } from "./wholeHours";

/** Distinct payers of one address in one period, among its settled payments. */
export async function sellerPayers(db: Db, account: string, period: Period): Promise<number> {
  const fromMidnight = period.from.getTime() % DAY_MS === 0;
  const [row] = await db.execute<{ payers: number }>(fromMidnight ? arrived(account, period) : listed(account, period));
  return row?.payers ?? 0;
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10);
/** The bits of the hours before this one on its day. */
const hoursBefore = (time: number) => 2 ** new Date(time).getUTCHours() - 1;

/** Who came within the period and was last seen before it. In the rest of an hour, those who were not seen within it yet. */
function arrived(account: string, { from, to }: Period): SQL {
  const { edges } = wholeHours({ from, to });
  const rest = edges.at(-1);
  const end = rest ? rest.from : new Date(Math.ceil(to.getTime() / HOUR_MS) * HOUR_MS);
  const start = day(from.getTime());
  const midnight = new Date(Math.floor(end.getTime() / DAY_MS) * DAY_MS);
  const arrivals = (step: "day" | "hour", since: Date, until: Date) => sql`select coalesce(sum(payers), 0) as payers from payer_arrivals
    where account = ${account} and step = ${step} and at >= ${since.toISOString()} and at < ${until.toISOString()} and seen < ${start}`;
  // Each by itself: with an "or" between them the whole of the table would be read.
  const whole = sql`${arrivals("day", from, midnight)} union all ${arrivals("hour", midnight, end)}`;
  if (!rest) return sql`select sum(payers)::int as payers from (${whole}) as whole`;
  const today = day(end.getTime());
  const late = sql`select count(*) as payers from (
      select distinct payer from payments
      where account = ${account} and state = 'settled' and claimed_at >= ${rest.from.toISOString()} and claimed_at < ${rest.to.toISOString()}
    ) as late where not exists (
      select from payer_days d where d.account = ${account} and d.payer = late.payer and d.day >= ${start}
        and (d.day < ${today} or (d.day = ${today} and d.hours & ${hoursBefore(end.getTime())}::int <> 0)))`;
  return sql`select sum(payers)::int as payers from (${whole} union all ${late}) as parts`;
}

/** A period that begins within a day is short: its payers are listed. */
function listed(account: string, period: Period): SQL {
  const { days, hours, edges } = wholeHours(period);
  const whole = [...(days ? [days] : []), ...hours].flatMap((part) => payersOf(account, part));
  const rest = edges.map(
    ({ from, to }) => sql`select payer from payments
      where account = ${account} and state = 'settled' and claimed_at >= ${from.toISOString()} and claimed_at < ${to.toISOString()}`,
  );
  const parts = [...whole, ...rest];
  if (parts.length === 0) return sql`select 0 as payers`;
  return sql`select count(*)::int as payers from (${sql.join(parts, sql` union `)}) as listed`;
}

/** Whole days, or hours of one day; worded as the index is. */
function payersOf(account: string, { from, to }: Period): SQL {
  const whole = from.getTime() % DAY_MS === 0 && to.getTime() % DAY_MS === 0;
  const untilMidnight = to.getTime() % DAY_MS === 0;
  const wanted = (untilMidnight ? 2 ** 24 - 1 : hoursBefore(to.getTime())) - hoursBefore(from.getTime());
  const these = whole
    ? sql`day + 0 >= ${day(from.getTime())} and day + 0 < ${day(to.getTime())}`
    : sql`day + 0 = ${day(from.getTime())} and hours & ${wanted}::int <> 0`;
  return sql`select payer from payer_days where account = ${account} and ${these}`;
}
