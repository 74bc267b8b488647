import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { settlements } from "../schema/settlements";

/** One mined transaction and the payments in it. Numbers of the chain are decimal text. */
export type Batch = {
  hash: string;
  block: string | null;
  payments: number;
  gasUsed: string | null;
  /** wei a gas, as it was paid. */
  gasPrice: string | null;
  sender: string;
  /** ISO time. */
  at: string;
};

const columns = {
  hash: settlements.hash,
  block: settlements.blockNumber,
  payments: settlements.paymentCount,
  gasUsed: settlements.gasUsed,
  gasPrice: settlements.gasPrice,
  sender: settlements.sender,
  minedAt: settlements.minedAt,
  sentAt: settlements.sentAt,
};

const MINED = and(eq(settlements.state, "mined"), sql`${settlements.blockNumber} is not null`);

/** The newest transactions, newest first; `before` is a block. */
export async function newestBatches(db: Db, limit: number, before?: bigint): Promise<Batch[]> {
  const rows = await db
    .select(columns)
    .from(settlements)
    .where(and(MINED, before === undefined ? undefined : lt(settlements.blockNumber, before)))
    .orderBy(newestFirst(), settlements.hash)
    .limit(limit);
  return rows.map(toBatch);
}

export async function findBatch(db: Db, hash: string): Promise<(Batch & { state: string }) | null> {
  const [row] = await db
    .select({ ...columns, state: settlements.state })
    .from(settlements)
    .where(eq(settlements.hash, hash))
    .limit(1);
  return row ? { ...toBatch(row), state: row.state } : null;
}

/** As the index has it. */
function newestFirst(): SQL {
  return sql`${desc(settlements.blockNumber)} nulls last`;
}

type Row = { [K in keyof typeof columns]: (typeof columns)[K]["_"]["notNull"] extends true ? Data<K> : Data<K> | null };
type Data<K extends keyof typeof columns> = (typeof columns)[K]["_"]["data"];

function toBatch({ hash, block, payments, gasUsed, gasPrice, sender, minedAt, sentAt }: Row): Batch {
  const text = (value: bigint | null) => value?.toString() ?? null;
  const at = (minedAt ?? sentAt).toISOString();
  return { hash, block: text(block), payments, gasUsed: text(gasUsed), gasPrice: text(gasPrice), sender, at };
}
