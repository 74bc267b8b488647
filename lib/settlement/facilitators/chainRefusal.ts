import "server-only";
import type { ReasonCode } from "@/lib/payments/reasons";
import { splitSignature } from "@/lib/payments/signature";
import type { SettlementItem } from "../types";
import type { Remote } from "./types";

/** Why the chain itself would not take this payment now, or null when it would, as far as that can be seen. */
export async function chainRefusal(remote: Remote, item: SettlementItem): Promise<ReasonCode | null> {
  const view = await remote.check(item);
  if (view.balance < item.authorization.value) return "insufficient_funds";
  // On a smart wallet's signature its own code decides; the payment was tried against that when it was claimed.
  return view.hasCode || item.wallet || !splitSignature(item.signature) ? null : view.refused;
}
