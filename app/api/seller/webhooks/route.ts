import { db } from "@/db/client";
import { endpointsOf } from "@/db/queries/webhookEndpoints";
import { WEBHOOK_EVENTS } from "@/db/schema/webhooks";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { jsonAnswer, toResponse } from "@/lib/http";
import { createEndpoint } from "@/lib/webhooks/createEndpoint";
import { newEndpointSchema, readEndpoint } from "@/lib/webhooks/readEndpoint";
import { endpointView } from "@/lib/webhooks/views";

/** `GET /api/seller/webhooks`: your endpoints, and the events that there are. */
export const GET = sellerRoute(async (_, account) => {
  const endpoints = await endpointsOf(db(), account);
  return toResponse(jsonAnswer(200, { endpoints: endpoints.map(endpointView), events: WEBHOOK_EVENTS }));
});

/** `POST /api/seller/webhooks` with `{url, events, description?}`: a new endpoint, and its secret for this once. */
export const POST = sellerRoute(async (request, account) => {
  const { endpoint, secret } = await createEndpoint(db(), account, await readEndpoint(request, newEndpointSchema));
  return toResponse(jsonAnswer(201, { endpoint: endpointView(endpoint), secret }));
});
