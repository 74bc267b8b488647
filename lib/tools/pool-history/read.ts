import type { BlockWindow } from "@/lib/chain/blockWindow";
import { heldBy } from "@/lib/chain/heldBy";
import type { ChainView } from "@/lib/chain/openChain";
import { orRefuse } from "@/lib/chain/pageOf";
import type { Pool, Side } from "@/lib/chain/pool";
import { priceOfReserves, priceOfRoot, v2StateAt, v3StateAt } from "@/lib/chain/poolState";
import { POOL_TOPICS, TOPIC } from "@/lib/chain/poolTopics";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { type Reserves, type Step, stepsOf } from "@/lib/chain/reserves";
import { stateThen } from "@/lib/chain/stateThen";
import type { Start } from "./slices";

export type PoolPast = { read: LogWindow; steps: Step[]; start: Start };

/** Everything that the pool logged in the window, and how it stood at both ends, in one tick. */
export async function readPast(chain: ChainView, pool: Pool, quote: Side, { from, to }: BlockWindow): Promise<PoolPast> {
  const [read, ends] = await Promise.all([
    readLogs(chain, { address: pool.address, topics: [[...POOL_TOPICS, TOPIC.initialize]], from, to }).then(orRefuse),
    pool.version === "v2" ? v2Ends(chain, pool, quote, to) : v3Ends(chain, pool, quote, { from, to }),
  ]);
  const steps = stepsOf(pool, read.logs, ends.held);
  const [first] = steps;
  const reserves = first ? first.before : ends.held;
  // The price at the beginning of the window is of no use when only its end could be read.
  const known = read.from === from ? ends.startPrice : null;
  const filled = reserves && reserves.reserve0 > 0n && reserves.reserve1 > 0n;
  const v2Price = pool.version === "v2" && filled ? priceOfReserves(reserves, quote) : null;
  const price = v2Price ?? known ?? (hasPrice(steps) ? null : ends.endPrice);
  return { read, steps, start: { price, reserves } };
}

function hasPrice(steps: readonly Step[]): boolean {
  return steps.some(({ event }) => event.kind === "swap" || event.kind === "price");
}

type Ends = { held: Reserves | null; startPrice: Start["price"]; endPrice: Start["price"] };

async function v2Ends(chain: ChainView, pool: Pool, quote: Side, to: bigint): Promise<Ends> {
  const held = await stateThen(chain, pool, to, (block) => v2StateAt(chain, pool, block));
  const filled = held && held.reserve0 > 0n && held.reserve1 > 0n;
  return { held, startPrice: null, endPrice: filled ? priceOfReserves(held, quote) : null };
}

async function v3Ends(chain: ChainView, pool: Pool, quote: Side, { from, to }: BlockWindow): Promise<Ends> {
  const [held, before, after] = await Promise.all([
    stateThen(chain, pool, to, (block) => heldBy(chain, pool, block)),
    from > 0n ? v3StateAt(chain, pool, from - 1n) : null,
    stateThen(chain, pool, to, (block) => v3StateAt(chain, pool, block)),
  ]);
  return {
    held,
    startPrice: before && priceOfRoot(before.sqrtPrice, quote),
    endPrice: after && priceOfRoot(after.sqrtPrice, quote),
  };
}
