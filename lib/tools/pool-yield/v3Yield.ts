import type { ChainLog } from "@/lib/chain/chainLog";
import type { Pool, Side } from "@/lib/chain/pool";
import type { SwapEvent } from "@/lib/chain/poolEvents";
import { priceOfRoot, type V3PoolState } from "@/lib/chain/poolState";
import { stepsOf } from "@/lib/chain/reserves";
import { amountsBehind, MAX_TICK, MIN_TICK } from "@/lib/chain/tickMath";
import { inQuote, type Yield } from "./yield";

export type Range = { lower: number; upper: number };
type Amounts = { amount0: bigint; amount1: bigint };
/** Where the position begins: the state there, and the swaps after it. `start`: the window's own start was known. */
type Entry = { block: bigint; sqrtPrice: bigint; liquidity: bigint; later: Swap[]; start: V3PoolState | null };
type Swap = { log: ChainLog; event: SwapEvent; root: bigint; liquidity: bigint; tick: number };

const PART = 100n;
const PPM = 1_000_000n;
const WORD = 2n ** 256n;

/** Liquidity that is a hundredth of what was in range at the start. null: there was none, or nothing is known of it. */
export function v3Yield(
  pool: Pool,
  quote: Side,
  logs: readonly ChainLog[],
  ends: { start: V3PoolState | null; end: V3PoolState },
  from: bigint,
  { lower, upper }: Range,
): Yield | null {
  const entry = entryOf(pool, logs, ends, from);
  const liquidity = (entry?.liquidity ?? 0n) / PART;
  if (!entry || liquidity === 0n) return null;
  const endPrice = priceOfRoot(ends.end.sqrtPrice, quote);
  const worth = ({ amount0, amount1 }: Amounts) =>
    quote === 0 ? amount0 + inQuote(amount1, endPrice) : amount1 + inQuote(amount0, endPrice);
  const whole = lower === MIN_TICK && upper === MAX_TICK;
  const exact = whole && entry.start ? growthBetween(entry.start, ends.end, liquidity) : null;
  const fees = exact ?? feesOfSwaps(pool, entry.later, ends.end, liquidity, { lower, upper });
  const put = amountsBehind(liquidity, entry.sqrtPrice, lower, upper);
  const held = worth(put);
  const feeless = worth(amountsBehind(liquidity, ends.end.sqrtPrice, lower, upper));
  return {
    method: exact ? "fee_growth" : "swaps",
    enteredBlock: entry.block,
    startPrice: priceOfRoot(entry.sqrtPrice, quote),
    endPrice,
    ...put,
    held,
    fees: worth(fees),
    loss: feeless < held ? feeless - held : 0n,
  };
}

function entryOf(
  pool: Pool,
  logs: readonly ChainLog[],
  { start, end }: { start: V3PoolState | null; end: V3PoolState },
  from: bigint,
): Entry | null {
  const swaps = stepsOf(pool, logs, null).flatMap(({ log, event }): Swap[] => {
    if (event.kind !== "swap" || !event.after) return [];
    return [{ log, event, root: event.after.sqrtPrice, liquidity: event.after.liquidity, tick: event.after.tick }];
  });
  if (start) return { block: from, sqrtPrice: start.sqrtPrice, liquidity: start.liquidity, later: swaps, start };
  const [first, ...later] = swaps;
  if (first) return { block: first.log.block, sqrtPrice: first.root, liquidity: first.liquidity, later, start: null };
  // Nobody traded, so the price at the end was the price all along.
  return { block: from, sqrtPrice: end.sqrtPrice, liquidity: end.liquidity, later: [], start: null };
}

/** The pool counts what a unit of liquidity has earned; the counters run over, as they are meant to. */
function growthBetween(start: V3PoolState, end: V3PoolState, liquidity: bigint): Amounts {
  const earned = (before: bigint, after: bigint) => (((after - before + WORD) % WORD) * liquidity) >> 128n;
  return { amount0: earned(start.growth0, end.growth0), amount1: earned(start.growth1, end.growth1) };
}

/** Each swap's fee, less what the protocol keeps, shared by the liquidity in range after it. */
function feesOfSwaps(pool: Pool, swaps: readonly Swap[], end: V3PoolState, own: bigint, { lower, upper }: Range): Amounts {
  const fee = BigInt(pool.feePpm ?? 0);
  let [amount0, amount1] = [0n, 0n];
  for (const { event, liquidity, tick } of swaps) {
    if (liquidity === 0n || tick < lower || tick >= upper) continue;
    amount0 += (kept((event.in0 * fee) / PPM, end.protocol0) * own) / liquidity;
    amount1 += (kept((event.in1 * fee) / PPM, end.protocol1) * own) / liquidity;
  }
  return { amount0, amount1 };
}

function kept(fee: bigint, protocol: bigint): bigint {
  return protocol === 0n ? fee : fee - fee / protocol;
}
