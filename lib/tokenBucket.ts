export type BucketOptions = { perSecond: number; burst: number };

/** How many callers are remembered; the one that came first is forgotten first. */
const MOST_CALLERS = 10_000;

/** A token bucket for each caller, in this process. Takes one token and answers 0, or how many seconds to wait for one. */
export function tokenBuckets({ perSecond, burst }: BucketOptions, now: () => number = Date.now): (caller: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (caller) => {
    const known = buckets.get(caller);
    const tokens = known ? Math.min(burst, known.tokens + ((now() - known.at) / 1000) * perSecond) : burst;
    const left = tokens >= 1 ? tokens - 1 : tokens;
    if (!known && buckets.size >= MOST_CALLERS) buckets.delete(buckets.keys().next().value ?? "");
    buckets.set(caller, { tokens: left, at: now() });
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  };
}
