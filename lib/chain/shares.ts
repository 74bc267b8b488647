const WHOLE = 10_000n;

/** A part of a whole in basis points, between 0 and 10,000; null where there is no whole. */
export function shareBps(part: bigint, whole: bigint): number | null {
  if (whole <= 0n || part < 0n) return null;
  const bps = (part * WHOLE) / whole;
  return Number(bps > WHOLE ? WHOLE : bps);
}
