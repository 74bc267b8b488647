import { db } from "@/db/client";
import { deliveriesOf } from "@/db/queries/webhookDeliveries";
import { endpointById } from "@/db/queries/webhookEndpoints";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { deliveryId, endpointId, notHere } from "@/lib/webhooks/notHere";
import { deliveryView } from "@/lib/webhooks/views";

const PAGE = 50;

/** `GET /api/seller/webhooks/<id>/deliveries?before=<delivery>`: what was sent to it, newest first; `next` leads on. */
export const GET = sellerRoute<{ params: Promise<{ id: string }> }>(async (request, account, { params }) => {
  const endpoint = await endpointById(db(), account, endpointId((await params).id));
  if (!endpoint) throw notHere("endpoint");
  const cursor = new URL(request.url).searchParams.get("before");
  const before = cursor ? { before: deliveryId(cursor) } : {};
  const { rows, hasOlder } = await deliveriesOf(db(), account, { endpointId: endpoint.id, ...before, limit: PAGE });
  return toResponse(jsonAnswer(200, { deliveries: rows.map(deliveryView), next: hasOlder ? rows.at(-1)?.id.toString() : null }));
});
