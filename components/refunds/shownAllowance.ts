import type { AllowanceView } from "@/lib/refunds/allowance/readAllowance";
import type { AllowanceShown } from "./AllowanceFacts";

/** A hundred refunds of the middle price, at least a dollar. */
function suggestion(median: bigint | null): bigint {
  const hundred = (median ?? 0n) * 100n;
  return hundred > 1_000_000n ? hundred : 1_000_000n;
}

/** What a page hands to the browser of it. */
export function shownAllowance({ spender, left, balance, newest, owed, median, low }: AllowanceView): AllowanceShown {
  const going = newest !== null && newest.state !== "failed";
  return {
    spender,
    left: left?.toString() ?? null,
    balance: balance?.toString() ?? null,
    state: newest?.state ?? null,
    active: (left ?? 0n) > 0n || (going && newest.amount > 0n && newest.state !== "granted"),
    warnBelow: newest?.warnBelow?.toString() ?? null,
    owed: { count: owed.count, amount: owed.amount.toString() },
    low,
    suggested: suggestion(median).toString(),
  };
}
