import "server-only";
import { db } from "@/db/client";
import { publish } from "@/db/queries/listingChanges";
import { operationsOf } from "@/db/queries/listings";
import { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import { noteListing } from "@/lib/sellers/noteListing";
import { hostOf } from "@/lib/sellers/proofs/hostOf";
import { isProven } from "@/lib/sellers/proofs/proofOf";
import { requireSeller } from "@/lib/sellers/requireSeller";
import { requireListing } from "./requireListing";

/**
 * Puts a listing on the shelves; its operations get their codes. Throws `listing_not_ready` (`host_not_proven`,
 * `no_operations`, `removed`) and `not_found`.
 */
export async function publishListing(account: string, id: string): Promise<void> {
  await requireSeller(account);
  const listing = await requireListing(account, id);
  if (listing.state === "removed")
    throw notReady("removed", `The market has taken it down: ${listing.stateReason ?? "no reason was left"}`);
  const host = hostOf(listing.upstream);
  if (!(await isProven(account, host))) throw notReady("host_not_proven", `Prove first that ${host} is yours.`);
  if (listing.kind === "api" && !(await operationsOf(db(), account, id)).some(({ enabled }) => enabled)) {
    throw notReady("no_operations", "Turn on at least one operation.");
  }
  if (!(await publish(db(), account, id))) throw notReady("removed", "The market has taken it down meanwhile.");
  forgetShelf();
  await noteListing(account, id, "published", "");
}

function notReady(reason: string, message: string): CoinslotError {
  return new CoinslotError("listing_not_ready", message, { reason });
}
