const WHOLE = 10_000n;

/** Hundredths of a percent of the whole, never more than all of it; 0 where there is nothing to have a share of. */
export function shareBps(part: bigint, whole: bigint | null): number {
  if (!whole) return 0;
  const share = (part * WHOLE) / whole;
  return Number(share > WHOLE ? WHOLE : share);
}
