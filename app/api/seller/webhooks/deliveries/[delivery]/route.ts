import { db } from "@/db/client";
import { attemptsOf, deliveryById } from "@/db/queries/webhookDeliveries";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { deliveryId, notHere } from "@/lib/webhooks/notHere";
import { attemptView, deliveryView } from "@/lib/webhooks/views";

/** `GET /api/seller/webhooks/deliveries/<id>`: a delivery and its tries, with what was sent and what came back. */
export const GET = sellerRoute<{ params: Promise<{ delivery: string }> }>(async (_, account, { params }) => {
  const id = deliveryId((await params).delivery);
  const [delivery, attempts] = await Promise.all([deliveryById(db(), account, id), attemptsOf(db(), account, id)]);
  if (!delivery) throw notHere("delivery");
  return toResponse(jsonAnswer(200, { delivery: deliveryView(delivery), attempts: attempts.map(attemptView) }));
});
