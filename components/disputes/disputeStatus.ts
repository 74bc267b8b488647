import type { StatusKey } from "@/components/ui/statusOf";
import type { DisputeState } from "@/db/schema/refunds";

/** A dispute's state in the one language of status. */
export const DISPUTE_STATUS: Record<DisputeState, { status: StatusKey; word: string }> = {
  open: { status: "unknown", word: "Disputed" },
  refunded: { status: "refunded", word: "Refunded" },
  declined: { status: "not_charged", word: "Declined" },
  lost: { status: "failed", word: "Lost" },
  withdrawn: { status: "not_charged", word: "Withdrawn" },
};
