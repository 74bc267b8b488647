import "server-only";
import { log } from "@/lib/log";

/** Something became of a listing that its seller should hear of. */
export type ListingEvent = "published" | "off" | "removed" | "restored";

export async function noteListing(account: string, listingId: string, event: ListingEvent, reason: string): Promise<void> {
  log("info", "listing_changed", { account, listing: listingId, event, reason });
}
