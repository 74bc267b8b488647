import { sellerRoute } from "@/lib/auth/sellerRoute";
import { renewSigningKey } from "@/lib/listings/renewSigningKey";

type Context = { params: Promise<{ id: string }> };

/** `POST`: a new key for the signature, in force at once; it is shown this once. */
export const POST = sellerRoute<Context>(async (_, account, { params }) =>
  Response.json({ signingKey: await renewSigningKey(account, (await params).id) }),
);
