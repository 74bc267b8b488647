import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { FACILITATED, payments, REFUND } from "../schema/payments";
import type { PaymentState } from "../schema/states";
import { type PublicPayment, toPublic } from "./payments";

export type LatestPayment = PublicPayment & {
  /** Unix seconds until which the payer's authorization was good. */
  validBefore: string;
  /** From the request's arrival to the end of the call; null while it has none. */
  tookMs: number | null;
};

/** The newest calls, newest first, of one tool or of all; of one state or of all. */
export async function latestPayments(db: Db, options: { tool?: string; state?: PaymentState; limit: number }): Promise<LatestPayment[]> {
  // Worded as the indexes are, or Postgres sorts the whole ledger.
  const rows = await db
    .select()
    .from(payments)
    .where(
      and(
        options.tool ? eq(payments.tool, options.tool) : notInArray(payments.tool, [FACILITATED, REFUND]),
        options.state ? eq(payments.state, options.state) : undefined,
      ),
    )
    .orderBy(sql`${payments.claimedAt} desc nulls last`, sql`${payments.id} desc nulls last`)
    .limit(options.limit);
  return rows.map((row) => ({
    ...toPublic(row),
    validBefore: row.validBefore.toString(),
    tookMs: row.closedAt ? row.closedAt.getTime() - row.receivedAt.getTime() : null,
  }));
}
