import { sellerRoute } from "@/lib/auth/sellerRoute";
import { examineListing } from "@/lib/listings/examineListing";
import { publicOrigin } from "@/lib/origin";

type Context = { params: Promise<{ id: string }> };

/** `POST`: the doctor's report on one call of it, as a payer would make it; takes up to half a minute. */
export const POST = sellerRoute<Context>(async (request, account, { params }) =>
  Response.json({ report: await examineListing(account, (await params).id, publicOrigin(request)) }),
);
