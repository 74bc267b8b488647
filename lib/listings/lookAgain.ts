import "server-only";
import { db } from "@/db/client";
import { keepTerms } from "@/db/queries/listingChanges";
import { termsOf } from "@/db/queries/listings";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { takeTurn } from "./limits";
import { requireListing } from "./requireListing";
import { lookForOffer } from "./x402Offer";

/** Looks again at what an endpoint asks for. Without terms the ones that were found before stay, with why. */
export async function lookAgain(account: string, id: string): Promise<void> {
  takeTurn("looks", account);
  const { kind, upstream } = await requireListing(account, id);
  const terms = await termsOf(db(), account, id);
  if (kind !== "x402" || !terms) throw fieldFault("id", "not_x402", "This listing's payments are taken here, by its prices.");
  const looked = await lookForOffer(upstream, terms.method);
  const found = looked.offer ? { terms: looked.offer, failure: null } : { failure: looked.failure };
  await keepTerms(db(), id, { ...found, lookedAt: new Date() });
}
