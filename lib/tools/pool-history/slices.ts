import type { Pool, Price, Side } from "@/lib/chain/pool";
import type { SwapEvent } from "@/lib/chain/poolEvents";
import { priceOfReserves, priceOfRoot } from "@/lib/chain/poolState";
import type { Reserves, Step } from "@/lib/chain/reserves";

export type Moved = { swaps: number; volumeQuote: bigint; added: Reserves; taken: Reserves };
export type Slice = Moved & {
  from: bigint;
  to: bigint;
  open: Price | null;
  high: Price | null;
  low: Price | null;
  close: Price | null;
  reserves: Reserves | null;
};
/** How the pool stood when the window began; null where nobody knows. */
export type Start = { price: Price | null; reserves: Reserves | null };

/** Cuts the steps of a pool into slices of equally many blocks. */
export function slicesOf(
  pool: Pool,
  quote: Side,
  steps: readonly Step[],
  blocks: { from: bigint; to: bigint },
  most: number,
  start: Start,
): Slice[] {
  const span = blocks.to - blocks.from + 1n;
  const count = BigInt(most) < span ? BigInt(most) : span;
  const slices: Slice[] = [];
  let at = 0;
  let { price, reserves } = start;
  for (let n = 0n; n < count; n++) {
    const to = blocks.from + ((n + 1n) * span) / count - 1n;
    const slice: Slice = {
      from: blocks.from + (n * span) / count,
      to,
      open: price,
      high: price,
      low: price,
      close: price,
      reserves,
      ...NOTHING,
    };
    for (let step = steps[at]; step && step.log.block <= to; step = steps[++at]) take(slice, step, priceAfter(pool, quote, step), quote);
    ({ close: price, reserves } = slice);
    slices.push(slice);
  }
  return slices;
}

const NONE: Reserves = { reserve0: 0n, reserve1: 0n };
const NOTHING: Moved = { swaps: 0, volumeQuote: 0n, added: NONE, taken: NONE };

export function totalOf(slices: readonly Slice[]): Moved {
  return slices.reduce<Moved>(
    (sum, { swaps, volumeQuote, added, taken }) => ({
      swaps: sum.swaps + swaps,
      volumeQuote: sum.volumeQuote + volumeQuote,
      added: plus(sum.added, added),
      taken: plus(sum.taken, taken),
    }),
    NOTHING,
  );
}

/** The price that an event left behind. */
export function priceAfter(pool: Pool, quote: Side, { event, after }: Step): Price | null {
  if (pool.version === "v2") return after && after.reserve0 > 0n && after.reserve1 > 0n ? priceOfReserves(after, quote) : null;
  if (event.kind === "price") return priceOfRoot(event.sqrtPrice, quote);
  return event.kind === "swap" && event.after ? priceOfRoot(event.after.sqrtPrice, quote) : null;
}

function take(slice: Slice, { event, after }: Step, price: Price | null, quote: Side): void {
  slice.reserves = after ?? slice.reserves;
  if (price) {
    slice.open ??= price;
    slice.close = price;
    if (!slice.high || isMore(price, slice.high)) slice.high = price;
    if (!slice.low || isMore(slice.low, price)) slice.low = price;
  }
  if (event.kind === "swap") {
    slice.swaps++;
    slice.volumeQuote += quoteSize(event, quote);
  }
  if (event.kind === "mint") slice.added = plus(slice.added, { reserve0: event.amount0, reserve1: event.amount1 });
  if (event.kind === "burn") slice.taken = plus(slice.taken, { reserve0: event.amount0, reserve1: event.amount1 });
}

/** What changed hands of the quote token; what a flash swap gives and takes back does not count. */
function quoteSize({ in0, in1, out0, out1 }: SwapEvent, quote: Side): bigint {
  const net = quote === 0 ? in0 - out0 : in1 - out1;
  return net < 0n ? -net : net;
}

function isMore(a: Price, b: Price): boolean {
  return a.num * b.den > b.num * a.den;
}

function plus(a: Reserves, b: Reserves): Reserves {
  return { reserve0: a.reserve0 + b.reserve0, reserve1: a.reserve1 + b.reserve1 };
}
