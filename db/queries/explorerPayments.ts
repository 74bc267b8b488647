import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";
import type { PaymentState } from "../schema/states";
import { ofTransaction } from "./ofTransaction";

/** What the explorer shows of a payment: what stands on the chain, or soon will. */
export type ExplorerPayment = {
  id: string;
  state: PaymentState;
  tool: string;
  payer: string;
  payTo: string;
  /** Atomic units, decimal text. */
  amount: string;
  transaction: string | null;
  block: string | null;
  /** When it settled; until then, when it was made. ISO time. */
  at: string;
  /** Its place in the list. */
  cursor: string;
};

/** `account`: whose sales. */
export type ExplorerFilter = { tool?: string; payer?: string; account?: string; transaction?: string };
export type ExplorerPage = { rows: ExplorerPayment[]; older: string | null };

/** Those that pay: without an answer nothing is sent, and what failed moved no money. */
const SHOWN: PaymentState[] = ["queued", "submitted", "unknown", "settled"];

// Written as the indexes are, or Postgres would sort.
const NEWEST_FIRST = sql`${payments.claimedAt} desc nulls last, ${payments.id} desc nulls last`;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([A-Za-z0-9_-]{1,64})$/;

const columns = {
  id: payments.id,
  state: payments.state,
  tool: payments.tool,
  payer: payments.payer,
  payTo: payments.payTo,
  amount: payments.amount,
  transaction: payments.transaction,
  block: payments.blockNumber,
  claimedAt: payments.claimedAt,
  closedAt: payments.closedAt,
  place: sql<string>`to_char(${payments.claimedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};

/** The newest payments, newest first, from a cursor on. A cursor that makes no sense is the beginning. */
export async function explorerPayments(db: Db, filter: ExplorerFilter, limit: number, before?: string): Promise<ExplorerPage> {
  const found = await db
    .select(columns)
    .from(payments)
    .where(and(inArray(payments.state, SHOWN), ...conditions(filter), before ? beyond(before) : undefined))
    .orderBy(NEWEST_FIRST)
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(toRow);
  return { rows, older: found.length > limit ? (rows.at(-1)?.cursor ?? null) : null };
}

/** Payments by their ids, as far as they are shown. */
export async function explorerPaymentsById(db: Db, ids: string[]): Promise<ExplorerPayment[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select(columns)
    .from(payments)
    .where(and(inArray(payments.id, ids), inArray(payments.state, SHOWN)))
    .orderBy(desc(payments.claimedAt));
  return found.map(toRow);
}

function conditions({ tool, payer, account, transaction }: ExplorerFilter): (SQL | undefined)[] {
  return [
    tool ? eq(payments.tool, tool) : undefined,
    payer ? eq(payments.payer, payer) : undefined,
    account ? eq(payments.account, account) : undefined,
    transaction ? ofTransaction(transaction) : undefined,
  ];
}

function beyond(cursor: string): SQL | undefined {
  const [, at, id] = CURSOR.exec(cursor) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)) || new Date(at).toISOString().slice(0, 19) !== at.slice(0, 19)) return undefined;
  return sql`(${payments.claimedAt}, ${payments.id}) < (${at}::timestamptz, ${id})`;
}

type Row = Pick<typeof payments.$inferSelect, "id" | "state" | "tool" | "payer" | "payTo" | "amount" | "transaction"> & {
  block: bigint | null;
  claimedAt: Date;
  closedAt: Date | null;
  place: string;
};

function toRow({ claimedAt, closedAt, place, amount, block, ...row }: Row): ExplorerPayment {
  const at = (closedAt ?? claimedAt).toISOString();
  return { ...row, amount: amount.toString(), block: block?.toString() ?? null, at, cursor: `${place}_${row.id}` };
}
