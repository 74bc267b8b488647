import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";

/**
 * Of these rows of the ledger, those that are sales of these accounts. A refund's row is told as the payment that it gives back.
 */
export async function accountsOf(db: Db, ids: string[], accounts: string[]): Promise<{ account: string; paymentId: string }[]> {
  return db.execute<{ account: string; paymentId: string }>(sql`
    select account, id as "paymentId" from payments
    where id = any(${sql.param(ids)}::text[]) and account = any(${sql.param(accounts)}::text[])
    union
    select account, payment_id from refunds
    where ledger_id = any(${sql.param(ids)}::text[]) and account = any(${sql.param(accounts)}::text[])`);
}
