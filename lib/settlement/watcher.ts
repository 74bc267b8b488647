import type { Hex } from "viem";
import type { Node } from "./node";
import type { RawReceipt } from "./receipt";

/** Waits for receipts, all of them with one rhythm. Null when `ms` have passed. */
export function receiptWatcher(chain: Node, everyMs: number): (hash: Hex, ms: number) => Promise<RawReceipt | null> {
  const waiting = new Map<Hex, { resolve: (receipt: RawReceipt | null) => void; until: number }>();
  let watching = false;
  const look = async (hash: Hex) => {
    const entry = waiting.get(hash);
    if (!entry) return;
    // A node that is away for a moment tells nothing; the wait goes on.
    const receipt = await chain.receipt(hash).catch(() => null);
    if (!receipt && Date.now() < entry.until) return;
    waiting.delete(hash);
    entry.resolve(receipt);
  };
  const watch = async () => {
    watching = true;
    while (waiting.size > 0) {
      await Promise.all([...waiting.keys()].map(look));
      if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    watching = false;
  };
  return (hash, ms) =>
    new Promise((resolve) => {
      waiting.set(hash, { resolve, until: Date.now() + ms });
      if (!watching) void watch();
    });
}
