import "server-only";
import { db } from "@/db/client";
import { type ListingRow, type OperationRow, operationsOf } from "@/db/queries/listings";
import type { SpecUpload } from "@/db/queries/specUploads";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { diffSpec } from "@/lib/specs/diffSpec";
import type { SpecChange } from "@/lib/specs/types";
import { LISTING_LIMITS } from "./limits";
import { readAgain } from "./readAgain";
import { requireListing } from "./requireListing";

export type Compared = { listing: ListingRow; operations: OperationRow[]; upload: SpecUpload; changes: SpecChange[] };

/**
 * What a newer description would change of a listing. An operation that was removed before and is there again counts as
 * changed where its code is kept. Throws `not_found` and `invalid_input`.
 */
export async function compareVersion(account: string, id: string, spec: string): Promise<Compared> {
  const listing = await requireListing(account, id);
  if (listing.kind === "x402") throw fieldFault("spec", "not_the_gateway", "This endpoint is listed as it is: it has no description here.");
  const { upload, spec: next } = await readAgain(account, spec);
  const operations = await operationsOf(db(), account, id);
  if (next.operations.length > LISTING_LIMITS.operations) {
    throw fieldFault("spec", "too_many_operations", `A listing has at most ${LISTING_LIMITS.operations} operations.`);
  }
  const words = new Map(next.operations.map(({ key, question, description }) => [key, { question, description }]));
  // The words are the seller's own by now, and stay: new ones in the document are no change.
  const changes = diffSpec(
    operations.map((operation) => ({ ...operation, ...words.get(operation.key) })),
    next.operations,
  );
  // What is gone and was off before is no news.
  const news = changes.filter(
    (change) => change.kind !== "removed" || operations.some(({ key, enabled }) => enabled && key === change.key),
  );
  return { listing, operations, upload, changes: news };
}
