import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { FACILITATED } from "../schema/payments";
import { foldRollups } from "./foldRollups";
import { type Period, wholeHours } from "./wholeHours";

/** Calls that settled, what they brought in, and what the market paid for their settlement. */
export type GasSpent = {
  calls: number;
  /** Atomic. */
  revenue: bigint;
  /** wei; nothing for what others settled. */
  fee: bigint;
};

/** The gas of the calls that were paid to one address in one period. What was settled for other servers is no call of this market. */
export async function sellerGas(db: Db, account: string, period: Period): Promise<GasSpent> {
  await foldRollups(db);
  const { days, hours, edges } = wholeHours(period);
  const whole = [...(days ? [kept(account, "day", days)] : []), ...hours.map((part) => kept(account, "hour", part))];
  const wholeTimes = [...(days ? [days] : []), ...hours];
  const [row] = await db.execute<{ calls: number; revenue: string; fee: string }>(sql`
    with kept as materialized (${whole.length > 0 ? sql.join(whole, sql` union all `) : NONE}),
    parts as (
      select settled - facilitated as calls, amount as revenue, gas_fee as fee from kept
      ${sql.join(
        [...wholeTimes.map((part) => forOthers(account, part)), ...edges.map((part) => counted(account, part))].map(
          (part) => sql`union all ${part}`,
        ),
        sql` `,
      )}
    )
    select coalesce(sum(calls), 0)::int as calls, coalesce(sum(revenue), 0)::text as revenue, coalesce(sum(fee), 0)::text as fee from parts`);
  return { calls: row?.calls ?? 0, revenue: BigInt(row?.revenue ?? 0), fee: BigInt(row?.fee ?? 0) };
}

const NONE = sql`select 0 as settled, 0 as facilitated, 0 as amount, 0 as gas_fee where false`;

const within = ({ from, to }: Period, column: SQL) => sql`${column} >= ${from.toISOString()} and ${column} < ${to.toISOString()}`;

function kept(account: string, step: "hour" | "day", period: Period): SQL {
  return sql`select settled, facilitated, amount, gas_fee from payment_figures
    where scope = ${account} and step = ${step} and ${within(period, sql`at`)}`;
}

/** The kept sums have it in them. It is looked for only where there is any: few sell here and settle other sales here too. */
function forOthers(account: string, period: Period): SQL {
  return sql`select 0, -amount, -coalesce(gas_fee, 0) from payments
    where account = ${account} and tool = ${FACILITATED} and state = 'settled' and ${within(period, sql`claimed_at`)}
      and (select sum(facilitated) from kept) > 0`;
}

/** What is left of an hour is counted in the ledger. */
function counted(account: string, period: Period): SQL {
  return sql`select count(*), sum(amount), sum(gas_fee) from payments
    where account = ${account} and tool <> ${FACILITATED} and state = 'settled' and ${within(period, sql`claimed_at`)}`;
}
