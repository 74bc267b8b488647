import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import { wordAddress, wordUint } from "@/lib/chain/logWords";
import type { ChainView } from "@/lib/chain/openChain";
import type { Pool } from "@/lib/chain/pool";
import { readPoolEvent } from "@/lib/chain/poolEvents";
import { TOPIC } from "@/lib/chain/poolTopics";
import { readLogs } from "@/lib/chain/readLogs";

const TOPICS: Hex[] = [TOPIC.transfer, TOPIC.mintV3, TOPIC.burnV3];
const BOUNDS = { order: "oldest", enough: 10_000, requests: 48, withinMs: 6_000 } as const;
/** Less than this taken out at once is everyday business. */
const WORTH_TELLING = 1_000;

/** A part of the pool that was taken out in one transaction. */
export type Removal = { tx: Hex; block: bigint; at: bigint | null; bps: number };

export type PoolHistory = { firstFilled: { block: bigint; at: bigint | null } | null; removals: Removal[]; complete: boolean };

/** How much of each pool's liquidity was taken out, and when, from its first event on. */
export async function readHistories(chain: ChainView, pools: readonly Pool[], from: bigint): Promise<(pool: Address) => PoolHistory> {
  const nothing: PoolHistory = { firstFilled: null, removals: [], complete: pools.length === 0 };
  if (pools.length === 0) return () => nothing;
  const address = pools.map((pool) => pool.address);
  const read = await chain.unreachable(readLogs(chain, { address, topics: [TOPICS], from, to: chain.block.number }, BOUNDS));
  const histories = new Map(
    pools.map((pool) => {
      const own = read.logs.filter((log) => getAddress(log.address) === pool.address);
      return [pool.address, historyOf(pool, own, read.complete)];
    }),
  );
  return (pool) => histories.get(pool) ?? nothing;
}

/** Logs come oldest first: each change is held against what was there before it. */
export function historyOf({ version }: Pick<Pool, "version">, logs: readonly ChainLog[], complete: boolean): PoolHistory {
  const history: PoolHistory = { firstFilled: null, removals: [], complete };
  let liquidity = 0n;
  for (const log of logs) {
    const change = version === "v2" ? changeV2(log) : changeV3(log);
    if (change > 0n) history.firstFilled ??= { block: log.block, at: log.at };
    if (change < 0n && liquidity > 0n) {
      const bps = Number((-change * 10_000n) / liquidity);
      if (bps >= WORTH_TELLING) history.removals.push({ tx: log.tx, block: log.block, at: log.at, bps: Math.min(bps, 10_000) });
    }
    liquidity = liquidity + change > 0n ? liquidity + change : 0n;
  }
  return history;
}

/** A V2 pool's shares are a token: they come from nobody and go to nobody. */
function changeV2({ topics, data }: ChainLog): bigint {
  if (topics[0] !== TOPIC.transfer || topics.length !== 3) return 0n;
  const amount = wordUint(data);
  if (wordAddress(topics[1]) === zeroAddress) return amount;
  return wordAddress(topics[2]) === zeroAddress ? -amount : 0n;
}

function changeV3(log: ChainLog): bigint {
  const event = readPoolEvent(log);
  if (event?.kind === "mint") return event.liquidity ?? 0n;
  return event?.kind === "burn" ? -(event.liquidity ?? 0n) : 0n;
}
