import { db } from "@/db/client";
import { deleteDraft } from "@/db/queries/listings";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { changeListing } from "@/lib/listings/changeListing";
import { changeFields } from "@/lib/listings/fields";
import { requireListing } from "@/lib/listings/requireListing";
import { wholeListing } from "@/lib/listings/wholeListing";

type Context = { params: Promise<{ id: string }> };
const MOST_BYTES = 2_000_000;

/** `GET`: one listing with its operations, versions and terms. */
export const GET = sellerRoute<Context>(async (_, account, { params }) =>
  Response.json({ listing: await wholeListing(account, (await params).id) }),
);

/** `PATCH`: what is given changes, the rest stays. `secret: null` forgets the secret. */
export const PATCH = sellerRoute<Context>(async (request, account, { params }) => {
  const { id } = await params;
  await requireListing(account, id);
  await changeListing(account, id, await readJsonBody(request, changeFields, MOST_BYTES));
  return Response.json({ listing: await wholeListing(account, id) });
});

/** `DELETE`: a draft that was never public. What was public has payments that refer to it, and can be taken off only. */
export const DELETE = sellerRoute<Context>(async (_, account, { params }) => {
  const { id } = await params;
  await requireListing(account, id);
  if (await deleteDraft(db(), account, id)) return new Response(null, { status: 204 });
  throw new CoinslotError("listing_not_ready", "It was public, and payments refer to it: take it off instead.", { reason: "was_public" });
});
