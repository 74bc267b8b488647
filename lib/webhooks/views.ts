import type { Attempt, Delivery } from "@/db/queries/webhookDeliveries";
import type { Endpoint } from "@/db/queries/webhookEndpoints";

type Wired<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] extends bigint ? string : T[K];
};

export type EndpointView = Wired<Endpoint>;
export type DeliveryView = Wired<Delivery>;
export type AttemptView = Wired<Attempt>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** An endpoint as its seller's browser gets it. */
export function endpointView(endpoint: Endpoint): EndpointView {
  const { failingSince, previousUntil, createdAt } = endpoint;
  return { ...endpoint, failingSince: iso(failingSince), previousUntil: iso(previousUntil), createdAt: createdAt.toISOString() };
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const { id, at, dueAt, lastAt } = delivery;
  return { ...delivery, id: id.toString(), at: at.toISOString(), dueAt: dueAt.toISOString(), lastAt: iso(lastAt) };
}

export function attemptView(attempt: Attempt): AttemptView {
  return { ...attempt, at: attempt.at.toISOString() };
}
