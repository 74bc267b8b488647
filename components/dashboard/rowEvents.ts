import type { TimelineEvent } from "@/db/queries/timeline";
import type { SteppedPayment } from "./paymentSteps";

/** The steps that can be read off the ledger's row itself. */
export function rowEvents(p: SteppedPayment): TimelineEvent[] {
  const event = (step: TimelineEvent["step"], at: Date | null, note: string | null = null) => (at ? [{ step, at, note }] : []);
  const outcome = p.state === "settled" || p.state === "failed" || p.state === "released" ? p.state : null;
  return [
    ...event("claimed", p.claimedAt),
    ...event("answered", p.answeredAt),
    ...event("submitted", p.submittedAt, p.transaction),
    ...(p.state === "unknown" ? event("unknown", p.submittedAt ?? p.claimedAt) : []),
    ...(outcome ? event(outcome, p.closedAt, p.transaction) : []),
  ];
}
