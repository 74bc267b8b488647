import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { paymentEvents } from "../schema/payments";
import type { PaymentStep } from "../schema/states";

export type TimelineEvent = { step: PaymentStep; at: Date; note: string | null };

/** What happened to a payment, in its order. */
export function paymentTimeline(db: Db, paymentId: string): Promise<TimelineEvent[]> {
  return db
    .select({ step: paymentEvents.step, at: paymentEvents.at, note: paymentEvents.note })
    .from(paymentEvents)
    .where(eq(paymentEvents.paymentId, paymentId))
    .orderBy(asc(paymentEvents.id));
}
