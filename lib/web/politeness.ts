import { type BucketOptions, tokenBuckets } from "@/lib/tokenBucket";

export type PoliteLimits = BucketOptions & { atOnce: number };

/** A turn at a host: how many seconds to wait for one, or the way to give it back. */
export type Turn = { wait: number } | { wait: 0; leave: () => void };

export type Politeness = (keys: readonly string[]) => Turn;

/** Counts who is asked, by whatever names it goes: a turn is had only where every name has one left. */
export function politeness(limits: PoliteLimits, now?: () => number): Politeness {
  const take = tokenBuckets(limits, now);
  const inside = new Map<string, number>();
  return (keys) => {
    const names = [...new Set(keys)];
    if (names.some((name) => (inside.get(name) ?? 0) >= limits.atOnce)) return { wait: 1 };
    for (const name of names) {
      const wait = take(name);
      if (wait > 0) return { wait };
    }
    for (const name of names) inside.set(name, (inside.get(name) ?? 0) + 1);
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      for (const name of names) {
        const count = (inside.get(name) ?? 1) - 1;
        if (count > 0) inside.set(name, count);
        else inside.delete(name);
      }
    };
    return { wait: 0, leave };
  };
}
