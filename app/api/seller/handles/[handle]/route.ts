import { sellerRoute } from "@/lib/auth/sellerRoute";
import { handleFree } from "@/lib/sellers/handleFree";
import { takeTurnOf } from "@/lib/sellers/limits";

type Context = { params: Promise<{ handle: string }> };

/** `GET`: `{handle, free}`; a handle that can't be given comes with a reason and a message. */
export const GET = sellerRoute<Context>(async (_, account, { params }) => {
  takeTurnOf("lookUps", account);
  return Response.json(await handleFree((await params).handle));
});
