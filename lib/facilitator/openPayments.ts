import "server-only";
import { connection } from "@/db/client";
import { countOpenFacilitated } from "@/db/queries/facilitated";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { FACILITATOR_LIMITS } from "./limits";

const FRESH_MS = 1_000;

/** What the ledger counted a moment ago, and what this process has begun since. */
type Count = { at: number; counted: Promise<number>; begun: number };

const KEY = Symbol.for("coinslot.facilitated");
type Holder = { [KEY]?: Map<string, Count> };

/** Refuses a caller who has too many payments waiting for the chain: each may cost us gas. */
export async function beginPayment(fingerprint: string): Promise<void> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  let count = holder[KEY].get(fingerprint);
  if (!count || Date.now() - count.at > FRESH_MS) {
    count = { at: Date.now(), counted: ledger(() => countOpenFacilitated(connection().sql, fingerprint)), begun: 0 };
    holder[KEY].set(fingerprint, count);
    count.counted.catch(() => holder[KEY]?.delete(fingerprint));
  }
  count.begun += 1;
  if ((await count.counted) + count.begun <= FACILITATOR_LIMITS.openPayments) return;
  throw new CoinslotError("rate_limited", `More than ${FACILITATOR_LIMITS.openPayments} of your payments wait for the chain.`, {
    hint: "Nothing was settled. Send it again when some of them are done.",
    retryAfterSeconds: 2,
  });
}
