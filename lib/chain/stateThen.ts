import type { ChainView } from "./openChain";
import type { Pool } from "./pool";
import { readLogs } from "./readLogs";

const SINCE_BOUNDS = { enough: 1, requests: 16, withinMs: 3_000 };

/**
 * Something of a pool at the end of a block. Where the node has forgotten that block, what it is now will do, provided
 * that the pool has logged nothing since.
 */
export async function stateThen<T>(
  chain: ChainView,
  pool: Pool,
  block: bigint,
  read: (block: bigint) => Promise<T | null>,
): Promise<T | null> {
  const head = chain.block.number;
  if (block === head) return read(head);
  const [then, now, since] = await Promise.all([
    read(block),
    read(head),
    readLogs(chain, { address: pool.address, from: block + 1n, to: head }, SINCE_BOUNDS),
  ]);
  return then ?? (since.complete && since.logs.length === 0 ? now : null);
}
