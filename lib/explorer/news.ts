import "server-only";
import type { Db } from "@/db/client";
import { type Batch, newestBatches } from "@/db/queries/batches";
import { type ExplorerPayment, explorerPayments, explorerPaymentsById } from "@/db/queries/explorerPayments";
import { type ExplorerStats, explorerStats } from "@/db/queries/explorerStats";

/** What changes on the explorer by itself. */
export type ExplorerNews = {
  /** Payments that have just got their outcome; those of them that are not in `payments` moved no money. */
  closed: string[];
  payments: ExplorerPayment[];
  batches: Batch[];
  stats: ExplorerStats;
};

export const SHOWN_PAYMENTS = 16;
export const SHOWN_BATCHES = 6;
/** More than these at once nobody can read; the page shows the newest. */
const MOST_AT_ONCE = 100;

/** With ids, what became of them; without, the newest. */
export async function explorerNews(db: Db, ids: string[] = []): Promise<ExplorerNews> {
  // Ids begin with their time.
  const closed = [...ids].sort().slice(-MOST_AT_ONCE);
  const [payments, batches, stats] = await Promise.all([
    ids.length > 0 ? explorerPaymentsById(db, closed) : explorerPayments(db, {}, SHOWN_PAYMENTS).then((page) => page.rows),
    newestBatches(db, SHOWN_BATCHES),
    explorerStats(db),
  ]);
  return { closed, payments, batches, stats };
}
