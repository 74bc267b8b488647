import "server-only";
import type { ReasonCode } from "@/lib/payments/reasons";
import { splitSignature } from "@/lib/payments/signature";
import { inspectItem } from "../inspectItem";
import type { SettlementItem } from "../types";
import type { Remote } from "./types";

/** Why the chain itself would not take this payment now, or null when it would. */
export async function chainRefusal({ settler }: Remote, item: SettlementItem): Promise<ReasonCode | null> {
  const seen = await inspectItem(settler, item, splitSignature(item.signature) !== null);
  return seen.ok ? null : seen.reason;
}
