import "server-only";
import { db } from "@/db/client";
import { changeListing } from "@/db/queries/listingChanges";
import { forgetShelf } from "@/lib/gateway/shelf";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { requireListing } from "./requireListing";
import { newSigningKey } from "./signingKey";

/** A new signing key instead of the old one, which is good for nothing from then on. */
export async function renewSigningKey(account: string, id: string): Promise<string> {
  const { kind } = await requireListing(account, id);
  if (kind === "x402") throw fieldFault("id", "not_the_gateway", "This endpoint is listed as it is: nothing is passed on to it.");
  const { key, sealed } = newSigningKey(id);
  await changeListing(db(), account, id, { signingKey: sealed }, []);
  forgetShelf();
  return key;
}
