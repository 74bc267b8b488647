import type { Check, SafetyAnswer } from "./answer/shape";

export type Verdict = SafetyAnswer["verdict"];

/** Without these nothing can be said: one of them unknown, and so is the verdict. */
export const DECISIVE: ReadonlySet<string> = new Set([
  "buy",
  "sell",
  "sell_later",
  "sell_part",
  "transfer",
  "buy_tax",
  "sell_tax",
  "code_read",
]);

/** Unknown ones that say nothing against a token: what could not be counted, or was not there to be tried. */
const OPTIONAL: ReadonlySet<string> = new Set(["liquidity_pull", "concentration", "ownership", "metadata"]);

/** From checks to verdict: the first line that holds. */
export const VERDICTS: readonly { verdict: Verdict; when: string; holds: (checks: readonly Check[]) => boolean }[] = [
  { verdict: "avoid", when: "A check of critical or high severity fails.", holds: some(failing("critical", "high")) },
  { verdict: "unknown", when: "A decisive check could not be tried.", holds: some((c) => c.status === "unknown" && DECISIVE.has(c.id)) },
  { verdict: "caution", when: "A check of medium severity fails.", holds: some(failing("medium")) },
  {
    verdict: "caution",
    when: "Another check could not be tried.",
    holds: some((c) => c.status === "unknown" && !OPTIONAL.has(c.id)),
  },
  { verdict: "ok", when: "Nothing of this.", holds: () => true },
];

/** Where a verdict's score lies, and what a failing check adds to it; higher is worse. */
const RANGE = { avoid: [75, 100], caution: [25, 74], ok: [0, 24] } as const;
const WEIGHT = { critical: 25, high: 15, medium: 10, low: 5, info: 0 } as const;
const UNKNOWN_WEIGHT = 4;

export function decide(checks: readonly Check[]): { verdict: Verdict; score: number | null } {
  const verdict = VERDICTS.find(({ holds }) => holds(checks))?.verdict ?? "unknown";
  return { verdict, score: verdict === "unknown" ? null : score(verdict, checks) };
}

function score(verdict: Exclude<Verdict, "unknown">, checks: readonly Check[]): number {
  const [least, most] = RANGE[verdict];
  const added = checks.reduce((sum, check) => sum + weight(check), 0);
  return Math.min(most, least + added);
}

function weight({ status, severity }: Check): number {
  if (status === "fail") return WEIGHT[severity];
  return status === "unknown" ? UNKNOWN_WEIGHT : 0;
}

function failing(...severities: Check["severity"][]) {
  return (check: Check) => check.status === "fail" && severities.includes(check.severity);
}

function some(test: (check: Check) => boolean) {
  return (checks: readonly Check[]) => checks.some(test);
}
