import "server-only";
import { db } from "@/db/client";
import { takeListingsOff } from "@/db/queries/listingStates";
import { forgetShelf } from "@/lib/gateway/shelf";
import { noteListing } from "@/lib/sellers/noteListing";
import { requireListing } from "./requireListing";

const REASON = "Its seller has taken it off.";

/** Takes a listing off the shelves. Who pays meanwhile gets an answer, or is not charged. */
export async function switchOff(account: string, id: string): Promise<void> {
  await requireListing(account, id);
  const off = await takeListingsOff(db(), account, [id], REASON);
  forgetShelf();
  if (off.length > 0) await noteListing(account, id, "off", REASON);
}
