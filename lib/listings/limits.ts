import "server-only";
import { CoinslotError } from "@/lib/errors";
import { tokenBuckets } from "@/lib/tokenBucket";

export const LISTING_LIMITS = {
  listingsOfOne: 100,
  operations: 3_000,
  /** Of a file that is sent here, in JSON; and of one that is fetched. */
  uploadBytes: 26_000_000,
  fetchedBytes: 10_000_000,
  title: 80,
  description: 1_000,
  question: 160,
  operationDescription: 2_000,
  exampleBytes: 64 * 1024,
  secretLetters: 4_000,
} as const;

/** Reading a description, or looking at a server, is work. */
const RATES = { specs: { perSecond: 0.2, burst: 20 }, looks: { perSecond: 0.1, burst: 10 } } as const;

type Kind = keyof typeof RATES;
const KEY = Symbol.for("coinslot.listingBuckets");
type Holder = { [KEY]?: Record<Kind, (caller: string) => number> };

/** Throws `rate_limited` where this wallet asks too often. */
export function takeTurn(kind: Kind, account: string): void {
  const holder = globalThis as Holder;
  holder[KEY] ??= { specs: tokenBuckets(RATES.specs), looks: tokenBuckets(RATES.looks) };
  const wait = holder[KEY][kind](account);
  if (wait === 0) return;
  throw new CoinslotError("rate_limited", "That was too often.", { hint: `Wait ${wait} s, and try again.`, retryAfterSeconds: wait });
}
