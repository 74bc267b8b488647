import { sellerRoute } from "@/lib/auth/sellerRoute";
import { lookAgain } from "@/lib/listings/lookAgain";
import { wholeListing } from "@/lib/listings/wholeListing";

type Context = { params: Promise<{ id: string }> };

/** `POST`: looks again at what an x402 endpoint asks for, and lists that. */
export const POST = sellerRoute<Context>(async (_, account, { params }) => {
  const { id } = await params;
  await lookAgain(account, id);
  return Response.json({ listing: await wholeListing(account, id) });
});
