/** The one language of status. Always said with its icon and its word. */
export type StatusKey = "settled" | "settling" | "not_charged" | "unknown" | "refunded" | "failed";

export const STATUS_WORDS: Record<StatusKey, string> = {
  settled: "Settled",
  settling: "Settling",
  not_charged: "Not charged",
  unknown: "Unknown: being checked",
  refunded: "Refunded",
  failed: "Failed",
};

const BY_STATE: Record<string, StatusKey> = {
  claimed: "settling",
  running: "settling",
  answered: "settling",
  queued: "settling",
  submitted: "settling",
  settled: "settled",
  unknown: "unknown",
  released: "not_charged",
  failed: "failed",
};

/** What people read for a state of the ledger. A state that is not known here is being checked. */
export function statusOf(state: string): StatusKey {
  return BY_STATE[state] ?? "unknown";
}
