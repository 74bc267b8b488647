import "server-only";
import { connection } from "@/db/client";
import { isOffered, keepOffer } from "@/db/queries/offers";
import { log } from "@/lib/log";
import type { Challenge } from "./challenge";
import { ledger } from "./ledger";
import type { Payment } from "./types";

/** Terms that were named in a 402 or a quote can be paid for so long, though the price has changed since. */
export const OFFER_SECONDS = 300;

/** The ledger is told again of the same terms this often at the most, and is so much ahead of what was promised. */
const REFRESH_SECONDS = 30;

const KEY = Symbol.for("coinslot.offers");
type Holder = { [KEY]?: Map<string, number> };

/** Keeps the promise of these terms; until when it is good, in ms since 1970. */
export async function offer(terms: Challenge): Promise<number> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const id = idOf(terms, terms.requirements.amount, terms.requirements.payTo);
  const now = Date.now();
  if ((holder[KEY].get(id) ?? 0) < now + OFFER_SECONDS * 1000) {
    const keep = OFFER_SECONDS + REFRESH_SECONDS;
    const told = await keepOffer(connection().sql, id, terms.tool.definition.slug, keep).then(
      () => true,
      (error: unknown) => log("warn", "offer_not_kept", { error }),
    );
    if (told && !terms.priced && holder[KEY].size < 10_000) holder[KEY].set(id, now + keep * 1000);
  }
  return now + OFFER_SECONDS * 1000;
}

/** The terms that this payment is held against: today's, or those that were named before the price changed. */
export async function lockedTerms(today: Challenge, { authorization }: Payment): Promise<Challenge> {
  const { amount, payTo } = today.requirements;
  const paid = authorization.value.toString();
  if (paid === amount || authorization.to.toLowerCase() !== payTo.toLowerCase()) return today;
  const offered = await ledger(() => isOffered(connection().sql, idOf(today, paid, payTo)));
  return offered ? { ...today, requirements: { ...today.requirements, amount: paid } } : today;
}

/** A price that a request made is good for that very request only. */
function idOf({ tool, requirements: r, priced }: Challenge, amount: string, payTo: string): string {
  return [tool.definition.slug, r.network, r.asset, payTo, amount, ...(priced ? [priced.fingerprint] : [])].join(" ").toLowerCase();
}
