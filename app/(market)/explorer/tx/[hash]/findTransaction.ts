import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { type Batch, findBatch } from "@/db/queries/batches";
import { type ExplorerPayment, explorerPayments } from "@/db/queries/explorerPayments";
import { tryLedger } from "@/lib/tryLedger";

export type FoundTransaction = {
  /** Null where somebody else sent it and the ledger holds no more than its payments. */
  batch: (Batch & { state: string }) | null;
  payments: ExplorerPayment[];
};

export const MOST_PAYMENTS = 500;

/** What the ledger knows of a transaction. Layout and page ask once. */
export const findTransaction = cache(async (asked: string): Promise<FoundTransaction | "ledger_unavailable" | null> => {
  const hash = asked.toLowerCase();
  if (!/^0x[0-9a-f]{64}$/.test(hash)) return null;
  const read = await tryLedger(() => Promise.all([findBatch(db(), hash), explorerPayments(db(), { transaction: hash }, MOST_PAYMENTS)]));
  if (!read) return "ledger_unavailable";
  const [batch, { rows }] = read;
  return batch || rows.length > 0 ? { batch, payments: rows } : null;
});
