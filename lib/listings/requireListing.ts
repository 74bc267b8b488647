import "server-only";
import { db } from "@/db/client";
import { findListing, type ListingRow } from "@/db/queries/listings";
import { CoinslotError } from "@/lib/errors";

/** A listing of this very wallet. Throws `not_found` for everything else, another's as well as none. */
export async function requireListing(account: string, id: string): Promise<ListingRow> {
  const listing = await findListing(db(), account, id);
  if (listing) return listing;
  throw new CoinslotError("not_found", "You have no such listing.", { hint: "Your listings are in the dashboard." });
}
