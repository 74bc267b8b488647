import { type StatusKey, statusOf } from "@/components/ui/statusOf";

/** How a payment of a list stands: what went back in whole or in part says more than that it settled. `back`: atomic. */
export function rowStatus({ state, amount, back }: { state: string; amount: bigint; back: bigint }): { status: StatusKey; word?: string } {
  if (back === 0n) return { status: statusOf(state) };
  return back >= amount ? { status: "refunded" } : { status: "refunded", word: "Partly refunded" };
}
