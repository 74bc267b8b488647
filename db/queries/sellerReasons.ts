import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { foldRollups } from "./foldRollups";
import type { SeriesStep } from "./sellerSeries";
import type { Period } from "./wholeHours";

export type ReasonCount = {
  state: "released" | "failed";
  /** A code; empty where none was given. */
  reason: string;
  calls: number;
};

/** Why calls of a seller brought no money in a period that begins with a UTC hour or day; the most frequent first. */
export async function sellerReasons(db: Db, account: string, { from, to }: Period, step: SeriesStep, most = 8): Promise<ReasonCount[]> {
  await foldRollups(db);
  return db.execute<ReasonCount>(sql`
    select state, reason, sum(calls)::int as calls from account_reasons
    where account = ${account} and step = ${step} and at >= ${from.toISOString()} and at < ${to.toISOString()}
    group by state, reason having sum(calls) > 0 order by sum(calls) desc, state, reason limit ${most}`);
}
