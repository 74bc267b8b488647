import { connection } from "@/db/client";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { endpointId, notHere } from "@/lib/webhooks/notHere";
import { sendTest } from "@/lib/webhooks/sendTest";

/** `POST /api/seller/webhooks/<id>/test`: sends `webhook.test` at once, and tells what came back. */
export const POST = sellerRoute<{ params: Promise<{ id: string }> }>(async (_, account, { params }) => {
  const outcome = await sendTest(connection().sql, account, endpointId((await params).id));
  if (!outcome) throw notHere("endpoint");
  return toResponse(jsonAnswer(200, outcome));
});
