import "server-only";
import { CoinslotError } from "@/lib/errors";
import { type BucketOptions, tokenBuckets } from "@/lib/tokenBucket";

/** What one wallet may do to its account; each is by itself. */
const RATES = {
  /** Looking whether a handle is free. */
  lookUps: { perSecond: 2, burst: 40 },
  /** Asking a host for its proof. */
  proofChecks: { perSecond: 0.2, burst: 12 },
  /** Texts to sign. */
  nonces: { perSecond: 0.2, burst: 30 },
} as const satisfies Record<string, BucketOptions>;

/** Changes of name, site and payTo that one wallet may make in a day: each stays in the public history. */
export const CHANGES_A_DAY = 30;
export const HOSTS_OF_ONE = 50;

type Kind = keyof typeof RATES;
type Buckets = Record<Kind, (caller: string) => number>;

const KEY = Symbol.for("coinslot.sellerBuckets");
type Holder = { [KEY]?: Buckets };

/** Throws `rate_limited` where this wallet asks too often. */
export function takeTurnOf(kind: Kind, wallet: string): void {
  const holder = globalThis as Holder;
  holder[KEY] ??= {
    lookUps: tokenBuckets(RATES.lookUps),
    proofChecks: tokenBuckets(RATES.proofChecks),
    nonces: tokenBuckets(RATES.nonces),
  };
  const wait = holder[KEY][kind](wallet);
  if (wait === 0) return;
  throw new CoinslotError("rate_limited", "That was too often.", { hint: `Wait ${wait} s, and try again.`, retryAfterSeconds: wait });
}
