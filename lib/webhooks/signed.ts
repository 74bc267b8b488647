import "server-only";
import { Webhook } from "standardwebhooks";
import type { DueDelivery } from "@/db/queries/webhookQueue";
import { unseal } from "../secrets/seal";
import { secretPurpose } from "./secret";

export type SignedEvent = { headers: Record<string, string>; body: string };

/** An event as it goes out: by the Standard Webhooks scheme, with both signatures while a secret is being changed. */
export function signed(due: DueDelivery, now: Date, userAgent: string): SignedEvent {
  const { eventId, type, at, data, secret, previousSecret, endpointId } = due;
  const body = JSON.stringify({ id: eventId, type, timestamp: at.toISOString(), data });
  const secrets = [secret, ...(previousSecret ? [previousSecret] : [])].map((sealed) => unseal(sealed, secretPurpose(endpointId)));
  return {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": userAgent,
      "webhook-id": eventId,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": secrets.map((one) => new Webhook(one).sign(eventId, now, body)).join(" "),
    },
  };
}
