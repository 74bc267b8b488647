import "server-only";
import { db } from "@/db/client";
import { keepTerms } from "@/db/queries/listingChanges";
import { type DirectListing, publicX402 } from "@/db/queries/publicX402";
import { lookForOffer } from "@/lib/listings/x402Offer";
import { log } from "@/lib/log";
import { tryLedger } from "@/lib/tryLedger";

/** What an endpoint asked for so long ago is asked again when it is shown. */
const FRESH_MS = 10 * 60_000;
/** So many are asked at a time. */
const AT_ONCE = 4;

const KEY = Symbol.for("coinslot.directLooks");
type Holder = { [KEY]?: Set<string> };

/** Endpoints that take their payments themselves. What is shown is never waited for: terms that are old are there anew next time. */
export async function directShelf(): Promise<DirectListing[]> {
  const all = (await tryLedger(() => publicX402(db()))) ?? [];
  for (const { listing, terms } of all) {
    if (Date.now() - terms.lookedAt.getTime() > FRESH_MS) void lookAgain(listing.id, listing.upstream, terms.method);
  }
  return all;
}

async function lookAgain(id: string, url: string, method: "GET" | "POST"): Promise<void> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Set();
  const looking = holder[KEY];
  if (looking.has(id) || looking.size >= AT_ONCE) return;
  looking.add(id);
  try {
    const looked = await lookForOffer(url, method);
    const found = looked.offer ? { terms: looked.offer, failure: null } : { failure: looked.failure };
    await keepTerms(db(), id, { ...found, lookedAt: new Date() });
  } catch (error) {
    log("warn", "direct_look_failed", { listing: id, error });
  } finally {
    looking.delete(id);
  }
}
