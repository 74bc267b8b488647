import "server-only";
import { recordSettled } from "@/db/queries/outcomes";
import { log } from "@/lib/log";
import { type RawReceipt, settledIn } from "./receipt";
import { judge } from "./refused";
import type { Settler } from "./settler";
import type { Outcome, SettlementItem } from "./types";

/** Each payment's own outcome, read from its transaction's receipt, and written down. What the ledger misses now the reconciler finds. */
export async function confirm(settler: Settler, receipt: RawReceipt, items: SettlementItem[]): Promise<Map<string, Outcome>> {
  const { usdc, sql } = settler;
  const settled = settledIn(receipt, usdc, items);
  const outcomes = new Map<string, Outcome>(settled);
  try {
    const rows = [...settled].map(([id, outcome]) => ({ id, ...outcome }));
    await recordSettled(sql, rows, { late: items.some((i) => !i.work), mined: minedRow(receipt) });
    for (const item of items.filter((i) => !settled.has(i.id))) {
      const as = { state: "sent" as const, transaction: receipt.transactionHash };
      outcomes.set(item.id, await judge(settler, item, as, BigInt(receipt.blockNumber)));
    }
  } catch (error) {
    // The chain is the truth: what it settled is settled, though it isn't written down yet.
    log("error", "ledger_behind", { hash: receipt.transactionHash, error });
  }
  for (const { id } of items) if (!outcomes.has(id)) outcomes.set(id, { state: "unknown" });
  return outcomes;
}

export function minedRow(receipt: RawReceipt) {
  return {
    hash: receipt.transactionHash,
    blockNumber: BigInt(receipt.blockNumber),
    blockHash: receipt.blockHash,
    gasUsed: BigInt(receipt.gasUsed),
    gasPrice: BigInt(receipt.effectiveGasPrice ?? 0),
  };
}
