import "server-only";
import { db } from "@/db/client";
import { insertListing, type ListingRow, type WholeListing } from "@/db/queries/listings";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { requireSeller } from "@/lib/sellers/requireSeller";
import type { NewListingFields } from "./fields";
import { LISTING_LIMITS } from "./limits";
import { shortName } from "./shortName";
import { readDescription, readTitle } from "./words";

/** What every new listing has, whatever it is made of. */
export type ListingStart = Pick<ListingRow, "id" | "account" | "name" | "title" | "description" | "category">;

/** Title, name and shelf as they will be kept. Throws `not_found` (`no_seller`) and `invalid_input`. */
export async function startListing(account: string, id: string, given: NewListingFields): Promise<ListingStart> {
  const seller = await requireSeller(account);
  if (seller.market) throw fieldFault("from", "market_account", "The market's own account lists nothing here.");
  const title = readTitle(given.title);
  const name = shortName(given.name || title);
  if (!name) throw fieldFault("name", "bad_name", "Give a short name of letters a to z and digits: it stands in the address.");
  return { id, account, name, title, description: readDescription(given.description), category: given.category };
}

/** Keeps it. Throws `invalid_input` (`name_taken`, `too_many_listings`). */
export async function keepListing(whole: WholeListing): Promise<void> {
  const done = await insertListing(db(), whole, LISTING_LIMITS.listingsOfOne);
  if (done === "name_taken") throw fieldFault("name", "name_taken", `You have a listing called ${whole.listing.name} already.`);
  if (done === "too_many")
    throw fieldFault("from", "too_many_listings", `One wallet has at most ${LISTING_LIMITS.listingsOfOne} listings.`);
}
