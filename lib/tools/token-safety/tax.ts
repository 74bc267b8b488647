/** The share of `expected` that did not arrive, in basis points (rounded to the nearest); never below 0. */
export function taxBps(expected: bigint, received: bigint): number | null {
  if (expected <= 0n) return null;
  if (received >= expected) return 0;
  const missing = (expected - received) * 10_000n;
  return Number((missing + expected / 2n) / expected);
}
