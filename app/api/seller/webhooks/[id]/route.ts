import { db } from "@/db/client";
import { changeEndpoint, deleteEndpoint } from "@/db/queries/webhookEndpoints";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { checkedUrl } from "@/lib/webhooks/checkedUrl";
import { endpointId, notHere } from "@/lib/webhooks/notHere";
import { endpointChangeSchema, readEndpoint } from "@/lib/webhooks/readEndpoint";
import { endpointView } from "@/lib/webhooks/views";

type Context = { params: Promise<{ id: string }> };

/** `PATCH /api/seller/webhooks/<id>` with any of `url`, `description`, `events`, `state`. Switched on, it begins anew. */
export const PATCH = sellerRoute<Context>(async (request, account, { params }) => {
  const change = await readEndpoint(request, endpointChangeSchema);
  const where = change.url === undefined ? {} : await checkedUrl(change.url);
  const endpoint = await changeEndpoint(db(), account, endpointId((await params).id), { ...change, ...where });
  if (!endpoint) throw notHere("endpoint");
  return toResponse(jsonAnswer(200, { endpoint: endpointView(endpoint) }));
});

/** `DELETE /api/seller/webhooks/<id>`: it and its log are gone. */
export const DELETE = sellerRoute<Context>(async (_, account, { params }) => {
  if (!(await deleteEndpoint(db(), account, endpointId((await params).id)))) throw notHere("endpoint");
  return toResponse(jsonAnswer(200, { deleted: true }));
});
