import type { Check, CheckGroup } from "@/lib/safety/answer/shape";
import { checkResult, RESULT_ORDER } from "../checkResult";

/** The groups in the order in which people ask: can I trade it, who could stop me, what is it. */
const GROUPS: readonly { group: CheckGroup; label: string }[] = [
  { group: "trade", label: "Trade" },
  { group: "powers", label: "Powers" },
  { group: "ownership", label: "Ownership" },
  { group: "liquidity", label: "Liquidity and holders" },
  { group: "truth", label: "Truth" },
  { group: "code", label: "Code" },
];

/** `failed` stands open, `quiet` is folded: what was not checked has its own place. */
export type GroupOfChecks = { group: CheckGroup; label: string; failed: Check[]; quiet: Check[] };

/** A group each, the worst first in it; groups without a check are left out. */
export function groupChecks(checks: readonly Check[]): GroupOfChecks[] {
  const sorted = [...checks].sort((a, b) => rank(a) - rank(b));
  return GROUPS.map(({ group, label }) => {
    const own = sorted.filter((check) => check.group === group);
    return { group, label, failed: own.filter(({ status }) => status === "fail"), quiet: own.filter(({ status }) => status !== "fail") };
  }).filter(({ failed, quiet }) => failed.length + quiet.length > 0);
}

function rank(check: Check): number {
  return RESULT_ORDER.indexOf(checkResult(check));
}
