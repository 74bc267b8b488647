import { db } from "@/db/client";
import { listingsOf } from "@/db/queries/listings";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { createListing } from "@/lib/listings/createListing";
import { newListingFields } from "@/lib/listings/fields";
import { summaryJson } from "@/lib/listings/listingJson";
import { wholeListing } from "@/lib/listings/wholeListing";

const MOST_BYTES = 2_000_000;

/** `GET`: the listings of the wallet that is signed in, the newest first. */
export const GET = sellerRoute(async (_, account) => Response.json({ listings: (await listingsOf(db(), account)).map(summaryJson) }));

/** `POST`: a draft, from a description (`from: "spec"`), by hand (`"endpoint"`) or of an x402 endpoint (`"x402"`). `signingKey` is shown this once. */
export const POST = sellerRoute(async (request, account) => {
  const { id, signingKey = null } = await createListing(account, await readJsonBody(request, newListingFields, MOST_BYTES));
  return Response.json({ listing: await wholeListing(account, id), signingKey }, { status: 201 });
});
