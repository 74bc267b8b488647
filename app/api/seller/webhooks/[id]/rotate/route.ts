import { db } from "@/db/client";
import { rotateSecret } from "@/db/queries/webhookEndpoints";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { endpointId, notHere } from "@/lib/webhooks/notHere";
import { newSecret } from "@/lib/webhooks/secret";

const OVERLAP_SECONDS = 24 * 60 * 60;

/** `POST /api/seller/webhooks/<id>/rotate`: a new secret for this once; for a day both sign. */
export const POST = sellerRoute<{ params: Promise<{ id: string }> }>(async (_, account, { params }) => {
  const id = endpointId((await params).id);
  const { secret, sealed } = newSecret(id);
  const until = await rotateSecret(db(), account, id, sealed, OVERLAP_SECONDS);
  if (!until) throw notHere("endpoint");
  return toResponse(jsonAnswer(200, { secret, previousGoodUntil: until.toISOString() }));
});
