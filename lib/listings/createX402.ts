import "server-only";
import { USUAL_POLICY } from "@/lib/gateway/types";
import { fieldFault } from "@/lib/sellers/fieldFault";
import type { FromX402 } from "./fields";
import { takeTurn } from "./limits";
import { newId } from "./newId";
import { keepListing, startListing } from "./newListing";
import { allowed } from "./readUpstream";
import { lookForOffer } from "./x402Offer";

/** A draft of an endpoint that takes its payments itself, with the terms that it names now. Throws `invalid_input` (`no_terms`). */
export async function createX402(account: string, given: FromX402): Promise<{ id: string }> {
  takeTurn("looks", account);
  const id = newId("lst");
  const start = await startListing(account, id, given);
  const url = URL.canParse(given.url.trim()) ? new URL(given.url.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
    throw fieldFault("url", "bad_upstream", "Give the whole address of the endpoint, such as https://api.example.com/forecast.");
  }
  await allowed(url.href, "url");
  const looked = await lookForOffer(url.href, given.method);
  if (!looked.offer) throw fieldFault("url", "no_terms", looked.failure, "The listing doctor shows what a payer would see.");
  const { method, offer } = looked;
  await keepListing({
    listing: { ...start, kind: "x402", upstream: url.href, policy: USUAL_POLICY },
    operations: [],
    version: { listingId: id, version: 1, source: url.href },
    terms: { listingId: id, method, terms: offer, lookedAt: new Date() },
  });
  return { id };
}
