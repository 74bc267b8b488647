import "server-only";
import { db } from "@/db/client";
import { operationsOf, termsOf, versionsOf } from "@/db/queries/listings";
import { type WholeJson, wholeJson } from "./listingJson";
import { requireListing } from "./requireListing";

/** A listing of this wallet with all that it has. Throws `not_found`. */
export async function wholeListing(account: string, id: string): Promise<WholeJson> {
  const listing = await requireListing(account, id);
  const [operations, versions, terms] = await Promise.all([
    operationsOf(db(), account, id),
    versionsOf(db(), account, id),
    listing.kind === "x402" ? termsOf(db(), account, id) : null,
  ]);
  return wholeJson({ listing, operations, versions, terms });
}
