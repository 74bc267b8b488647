import { sellerRoute } from "@/lib/auth/sellerRoute";
import { publishListing } from "@/lib/listings/publishListing";
import { wholeListing } from "@/lib/listings/wholeListing";

type Context = { params: Promise<{ id: string }> };

/** `POST`: on the shelves, with codes for its operations. 409 `listing_not_ready` says what is missing. */
export const POST = sellerRoute<Context>(async (_, account, { params }) => {
  const { id } = await params;
  await publishListing(account, id);
  return Response.json({ listing: await wholeListing(account, id) });
});
