import { sellerRoute } from "@/lib/auth/sellerRoute";
import { switchOff } from "@/lib/listings/switchOff";
import { wholeListing } from "@/lib/listings/wholeListing";

type Context = { params: Promise<{ id: string }> };

/** `POST`: off the shelves, until it is published again. */
export const POST = sellerRoute<Context>(async (_, account, { params }) => {
  const { id } = await params;
  await switchOff(account, id);
  return Response.json({ listing: await wholeListing(account, id) });
});
