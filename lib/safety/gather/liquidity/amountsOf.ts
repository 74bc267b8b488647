const Q96 = 96n;
const Q128 = 128n;
/** The root of 1.0001, which is one tick's step of the root price, times 2^128. */
const STEP = root((10_001n << 256n) / 10_000n);

/** What a V3 position would pay out at a price. */
export function amountsOf(liquidity: bigint, lower: number, upper: number, sqrtPriceX96: bigint): { amount0: bigint; amount1: bigint } {
  const [low, high] = [sqrtPriceAt(lower), sqrtPriceAt(upper)];
  const at = sqrtPriceX96 < low ? low : sqrtPriceX96 > high ? high : sqrtPriceX96;
  return { amount0: ((liquidity * (high - at)) << Q96) / at / high, amount1: (liquidity * (at - low)) >> Q96 };
}

/** The root price at a tick, times 2^96. */
export function sqrtPriceAt(tick: number): bigint {
  let power = 1n << Q128;
  let step = STEP;
  for (let left = Math.abs(tick); left > 0; left >>= 1) {
    if (left & 1) power = (power * step) >> Q128;
    step = (step * step) >> Q128;
  }
  return (tick < 0 ? (1n << 256n) / power : power) >> (Q128 - Q96);
}

function root(value: bigint): bigint {
  let at = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (at + value / at) >> 1n;
    if (next >= at) return at;
    at = next;
  }
}
