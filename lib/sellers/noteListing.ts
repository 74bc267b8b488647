import "server-only";
import { connection } from "@/db/client";
import { listingFacts } from "@/db/queries/listingFacts";
import { emitEvent } from "@/db/queries/webhookEvents";
import type { WebhookEvent } from "@/db/schema/webhooks";
import { log } from "@/lib/log";

/** Something became of a listing that its seller should hear of. */
export type ListingEvent = "published" | "off" | "removed" | "restored";

const TOLD_AS: Record<ListingEvent, WebhookEvent> = {
  published: "listing.published",
  // It is off until its seller publishes it again.
  restored: "listing.off",
  off: "listing.off",
  removed: "listing.off",
};

/** Tells the seller's webhooks. The change itself stands, whether they can be told or not. */
export async function noteListing(account: string, listingId: string, event: ListingEvent, reason: string): Promise<void> {
  log("info", "listing_changed", { account, listing: listingId, event, reason });
  const { sql } = connection();
  try {
    const listing = await listingFacts(sql, listingId);
    if (listing) await emitEvent(sql, { account, type: TOLD_AS[event], subject: listingId, data: { listing } });
  } catch (error) {
    log("warn", "event_not_kept", { listing: listingId, error });
  }
}
