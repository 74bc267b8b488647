import { squareRoot } from "./squareRoot";

/** The widest range that V3 knows. */
export const MIN_TICK = -887_272;
export const MAX_TICK = 887_272;

const Q96 = 2n ** 96n;
/** Many more binary places than the result has, so that what each step cuts off never shows. */
const PLACES = 256n;
const ONE = 1n << PLACES;

/** The square root of 1.0001^tick times 2^96, as V3 keeps prices; cut, not rounded. */
export function rootAtTick(tick: number): bigint {
  let [power, base] = [ONE, (ONE * 10_001n) / 10_000n];
  for (let left = Math.abs(tick); left > 0; left >>= 1) {
    if (left & 1) power = (power * base) >> PLACES;
    base = (base * base) >> PLACES;
  }
  const ratio = tick < 0 ? (ONE * ONE) / power : power;
  // The square root of ratio * 2^192, and ratio has 2^256 in it.
  return squareRoot(ratio << PLACES) >> (PLACES - 96n);
}

/** Both tokens behind so much liquidity between two ticks, at a price. */
export function amountsBehind(liquidity: bigint, root: bigint, lower: number, upper: number): { amount0: bigint; amount1: bigint } {
  const [low, high] = [rootAtTick(lower), rootAtTick(upper)];
  const at = root < low ? low : root > high ? high : root;
  return { amount0: (liquidity * Q96 * (high - at)) / high / at, amount1: (liquidity * (at - low)) / Q96 };
}
