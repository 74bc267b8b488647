import { db } from "@/db/client";
import { deliveryById, resendDelivery } from "@/db/queries/webhookDeliveries";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { jsonAnswer, toResponse } from "@/lib/http";
import { deliveryId, notHere } from "@/lib/webhooks/notHere";

/** `POST /api/seller/webhooks/deliveries/<id>/resend`: the same event with the same id goes out again. */
export const POST = sellerRoute<{ params: Promise<{ delivery: string }> }>(async (_, account, { params }) => {
  const id = deliveryId((await params).delivery);
  if (!(await resendDelivery(db(), account, id))) {
    if (!(await deliveryById(db(), account, id))) throw notHere("delivery");
    throw new CoinslotError("invalid_input", "Its endpoint is off.", { reason: "endpoint_off", hint: "Switch it on, then send it again." });
  }
  return toResponse(jsonAnswer(202, { due: true }));
});
