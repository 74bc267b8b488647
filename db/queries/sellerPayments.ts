import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { openPayments, payments } from "../schema/payments";
import type { PaymentState } from "../schema/states";
import { countOutcomes } from "./countOutcomes";
import { type PaymentFilters, paymentConditions } from "./paymentFilters";

/** A place in the list: the time to the microsecond, as the database writes it, and the id. */
export type PaymentCursor = { at: string; id: string };

export type SellerPayment = {
  id: string;
  state: PaymentState;
  tool: string;
  payer: string;
  network: string;
  asset: string;
  amount: bigint;
  reason: string | null;
  reasonMessage: string | null;
  transaction: string | null;
  blockNumber: bigint | null;
  client: string | null;
  receivedAt: Date;
  claimedAt: Date;
  answeredAt: Date | null;
  closedAt: Date | null;
  cursor: PaymentCursor;
};

export type PaymentPage = { rows: SellerPayment[]; hasNewer: boolean; hasOlder: boolean };
export type PageRequest = { limit: number; before?: PaymentCursor; after?: PaymentCursor };

// Written as the index is, or Postgres would sort.
const NEWEST_FIRST = sql`${payments.claimedAt} desc nulls last, ${payments.id} desc nulls last`;
const OLDEST_FIRST = sql`${payments.claimedAt} asc nulls first, ${payments.id} asc nulls first`;

const columns = {
  id: payments.id,
  state: payments.state,
  tool: payments.tool,
  payer: payments.payer,
  network: payments.network,
  asset: payments.asset,
  amount: payments.amount,
  reason: payments.reason,
  reasonMessage: payments.reasonMessage,
  transaction: payments.transaction,
  blockNumber: payments.blockNumber,
  client: payments.client,
  receivedAt: payments.receivedAt,
  claimedAt: payments.claimedAt,
  answeredAt: payments.answeredAt,
  closedAt: payments.closedAt,
  at: sql<string>`to_char(${payments.claimedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};

/** One page of the payments of one account, newest first, after (`before` in time) or ahead of (`after`) a cursor. */
export async function sellerPayments(db: Db, account: string, filters: PaymentFilters, page: PageRequest): Promise<PaymentPage> {
  const { limit, before, after } = page;
  const upwards = after !== undefined && before === undefined;
  const cursor = before ?? after;
  const found = await db
    .select(columns)
    .from(payments)
    .where(and(paymentConditions(account, filters), cursor && beyond(cursor, upwards)))
    .orderBy(upwards ? OLDEST_FIRST : NEWEST_FIRST)
    .limit(limit + 1);

  const more = found.length > limit;
  // Close to the top: the first page, full, and not the few rows ahead of the cursor.
  if (upwards && !more) return sellerPayments(db, account, filters, { limit });
  const rows = found.slice(0, limit).map(({ at, ...row }) => ({ ...row, cursor: { at, id: row.id } }));
  if (upwards) rows.reverse();
  return { rows, hasNewer: cursor !== undefined, hasOlder: upwards || more };
}

function beyond({ at, id }: PaymentCursor, upwards: boolean): SQL {
  const here = sql`(${payments.claimedAt}, ${payments.id})`;
  return upwards ? sql`${here} > (${at}::timestamptz, ${id})` : sql`${here} < (${at}::timestamptz, ${id})`;
}

/** How many match, counted to `limit` at most: nobody needs the exact number of a very long list. */
export async function countSellerPayments(db: Db, account: string, filters: PaymentFilters, limit: number): Promise<number> {
  const kept = await countOutcomes(db, account, filters);
  if (kept !== null) return Math.min(kept, limit);
  const some = db.select({ one: sql`1` }).from(payments).where(paymentConditions(account, filters)).limit(limit).as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** Payments whose outcome the chain has not told yet. */
export async function countUnknownPayments(db: Db, account: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(openPayments)
    .innerJoin(payments, eq(payments.id, openPayments.paymentId))
    .where(and(eq(payments.account, account), eq(payments.state, "unknown")));
  return row?.count ?? 0;
}
