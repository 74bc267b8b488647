import type { BlockTimes } from "@/lib/chain/blockTimes";
import type { Pool, Price, Side } from "@/lib/chain/pool";
import { priceText } from "@/lib/chain/priceText";
import type { TokenFacts } from "@/lib/chain/tokenFacts";
import type { PoolHistoryAnswer } from "./schema";
import { type Moved, type Slice, totalOf } from "./slices";

type Told = {
  pool: Pool;
  quote: Side;
  slices: readonly Slice[];
  token: (address: Pool["token0"]) => TokenFacts;
  times: BlockTimes;
  from: bigint;
};

/** From slices to text: nothing is read from here on. */
export function writeAnswer({ pool, quote, slices, token, times, from }: Told) {
  const [baseToken, quoteToken] = quote === 1 ? [token(pool.token0), token(pool.token1)] : [token(pool.token1), token(pool.token0)];
  const text = (price: Price | null) => price && priceText(price, baseToken.decimals, quoteToken.decimals);
  const open = slices.find((slice) => slice.open)?.open ?? null;
  const close = slices.at(-1)?.close ?? null;
  const total = totalOf(slices);
  const change = changeBps(open, close);
  return {
    summary: summarise(total.swaps, change),
    from_time: times(from),
    open: text(open),
    close: text(close),
    change_bps: change,
    total: movedText(total),
    slices: slices.map((slice): PoolHistoryAnswer["slices"][number] => ({
      from_block: Number(slice.from),
      to_block: Number(slice.to),
      to_time: times(slice.to),
      open: text(slice.open),
      high: text(slice.high),
      low: text(slice.low),
      close: text(slice.close),
      reserve0: slice.reserves && String(slice.reserves.reserve0),
      reserve1: slice.reserves && String(slice.reserves.reserve1),
      ...movedText(slice),
    })),
  };
}

function movedText({ swaps, volumeQuote, added, taken }: Moved): PoolHistoryAnswer["total"] {
  return {
    swaps,
    volume_quote: String(volumeQuote),
    added0: String(added.reserve0),
    added1: String(added.reserve1),
    taken0: String(taken.reserve0),
    taken1: String(taken.reserve1),
  };
}

function changeBps(open: Price | null, close: Price | null): number | null {
  if (!open || !close) return null;
  const was = open.num * close.den;
  // A contract that only looks like a pool may log any price.
  if (was === 0n) return null;
  const change = ((close.num * open.den - was) * 10_000n) / was;
  return change > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(change);
}

function summarise(swaps: number, change: number | null): string {
  const traded = swaps === 0 ? "Nobody traded here in these blocks" : `${swaps.toLocaleString("en")} ${swaps === 1 ? "swap" : "swaps"}`;
  if (change === null) return `${traded}; how far the price went can't be told.`;
  if (change === 0) return `${traded}; the price is where it was.`;
  return `${traded}; the price ${change > 0 ? "rose" : "fell"} by ${Math.abs(change) / 100} %.`;
}
