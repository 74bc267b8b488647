import "server-only";
import { CoinslotError } from "@/lib/errors";
import { type BucketOptions, tokenBuckets } from "@/lib/tokenBucket";

/** What each costs us is gas, or a question to the chain. */
const LIMITS = {
  refund: { perSecond: 4, burst: 400 },
  allowance: { perSecond: 0.05, burst: 10 },
  disputeByPayer: { perSecond: 1 / 300, burst: 20 },
  disputeOfSeller: { perSecond: 1 / 10, burst: 200 },
  disputeFromAddress: { perSecond: 1, burst: 60 },
  answer: { perSecond: 1, burst: 60 },
} as const satisfies Record<string, BucketOptions>;

type Group = keyof typeof LIMITS;
const KEY = Symbol.for("coinslot.refundBuckets");
type Holder = { [KEY]?: Map<Group, (who: string) => number> };

/** Lets one more through, or says when to come again. */
export function takeTurn(group: Group, who: string): void {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const bucket = holder[KEY].get(group) ?? tokenBuckets(LIMITS[group]);
  holder[KEY].set(group, bucket);
  const wait = bucket(who);
  if (wait === 0) return;
  throw new CoinslotError("rate_limited", "Too many of these in a short time.", {
    hint: "Nothing was done. Try again after as many seconds as Retry-After says.",
    retryAfterSeconds: wait,
  });
}
