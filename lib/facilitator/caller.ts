import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { callerAddress } from "@/lib/callerAddress";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { type BucketOptions, tokenBuckets } from "@/lib/tokenBucket";
import { FACILITATOR_LIMITS } from "./limits";
import { requireFacilitator } from "./serves";

/** Whoever asks us to settle: what its payments are counted under. */
export type Caller = { id: string };

const KEY = Symbol.for("coinslot.facilitatorBuckets");
type Group = "perKey" | "perAddress" | "strangers";
type Holder = { [KEY]?: Record<Group, (caller: string) => number> };

/** Lets a caller in: known by its key on a real network, anybody on the local chain, none too often. */
export function admitCaller(request: Request): Caller {
  requireFacilitator();
  if (env().local) {
    take("perAddress", callerAddress(request));
    return { id: "local" };
  }
  const hash = hashOf(/^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "");
  const known = env().facilitatorAccessKeys.map((key) => timingSafeEqual(hashOf(key), hash));
  if (!known.includes(true)) {
    take("strangers", callerAddress(request));
    throw new CoinslotError("unauthorized", "This facilitator needs a key, and none of its keys came with the request.", {
      hint: "Send Authorization: Bearer and your key; ask this market for one.",
    });
  }
  const id = hash.toString("hex").slice(0, 16);
  take("perKey", id);
  return { id: `key ${id}` };
}

/** `supported` is for everybody, only not too often. */
export function admitAnybody(request: Request): void {
  requireFacilitator();
  take("perAddress", callerAddress(request));
}

function take(group: Group, caller: string): void {
  const holder = globalThis as Holder;
  const buckets = (limits: BucketOptions) => tokenBuckets(limits);
  const { perKey, perAddress, strangers } = FACILITATOR_LIMITS;
  holder[KEY] ??= { perKey: buckets(perKey), perAddress: buckets(perAddress), strangers: buckets(strangers) };
  const wait = holder[KEY][group](caller);
  if (wait === 0) return;
  throw new CoinslotError("rate_limited", "Too many requests to the facilitator.", {
    hint: "Nothing was settled. Send it again after as many seconds as Retry-After says.",
    retryAfterSeconds: wait,
  });
}

/** Of hashes, which are all of one length, no comparison tells how much of a guess was right. */
function hashOf(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
