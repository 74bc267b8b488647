import type { Hex } from "viem";
import type { Node } from "./node";
import type { RawReceipt } from "./receipt";

type Waiting = { hashes: Hex[]; until: number; resolve: (receipt: RawReceipt | null) => void };

export type ReceiptWatcher = {
  /** The receipt of this transaction or of one that replaced it; null when `ms` have passed. */
  receiptOf: (hash: Hex, ms: number) => Promise<RawReceipt | null>;
  /** Whoever waits for `old` takes the receipt of `next` as well: either of the two may be mined. */
  alsoTake: (old: Hex, next: Hex) => void;
};

/** Waits for receipts, all of them with one rhythm. */
export function receiptWatcher(chain: Node, everyMs: number): ReceiptWatcher {
  const waiting = new Set<Waiting>();
  const replacedBy = new Map<Hex, Hex>();
  let watching = false;
  const look = async (entry: Waiting) => {
    // A node that is away for a moment tells nothing; the wait goes on.
    const receipts = await Promise.all(entry.hashes.map((hash) => chain.receipt(hash).catch(() => null)));
    const receipt = receipts.find((r) => r !== null) ?? null;
    if (!receipt && Date.now() < entry.until) return;
    waiting.delete(entry);
    entry.resolve(receipt);
  };
  const watch = async () => {
    watching = true;
    while (waiting.size > 0) {
      await Promise.all([...waiting].map(look));
      if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    watching = false;
  };
  return {
    receiptOf: (hash, ms) =>
      new Promise((resolve) => {
        const hashes = [hash];
        for (let next = replacedBy.get(hash); next; next = replacedBy.get(next)) hashes.push(next);
        waiting.add({ hashes, until: Date.now() + ms, resolve });
        if (!watching) void watch();
      }),
    alsoTake: (old, next) => {
      if (replacedBy.size >= 1_000) replacedBy.clear();
      replacedBy.set(old, next);
      for (const { hashes } of waiting) if (hashes.includes(old)) hashes.push(next);
    },
  };
}
