import type { Rule } from "./checks/rule";
import type { AddressCheck, AddressSafetyAnswer } from "./schema";

type Verdict = AddressSafetyAnswer["verdict"];

/** Without these nothing can be said of code. */
const DECISIVE = new Set(["code_read", "ether_passed_on", "takes_approved_tokens"]);
const WORST_FIRST = ["critical", "high", "medium", "low", "info"];
const MOST = 3;

/** From checks to verdict: the first line that holds. */
const VERDICTS: readonly { verdict: Verdict; holds: (checks: readonly AddressCheck[]) => boolean }[] = [
  { verdict: "avoid", holds: some(({ status, severity }) => status === "fail" && (severity === "critical" || severity === "high")) },
  { verdict: "unknown", holds: some(({ status, id }) => status === "unknown" && DECISIVE.has(id)) },
  { verdict: "caution", holds: some(({ status, severity }) => status === "fail" && severity === "medium") },
  { verdict: "nothing_found", holds: () => true },
];

export function decide(checks: readonly AddressCheck[]): Verdict {
  return VERDICTS.find(({ holds }) => holds(checks))?.verdict ?? "unknown";
}

/** Only our own words: nothing that a contract says gets in. */
export function summarise(verdict: Verdict, what: string, checks: readonly AddressCheck[], rules: readonly Rule[]): string {
  const failing = checks
    .filter(({ status }) => status === "fail")
    .sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity))
    .map(({ id }) => rules.find((rule) => rule.id === id)?.failing ?? id);
  const list = failing.slice(0, MOST).join(", ");
  switch (verdict) {
    case "avoid":
      return `${what} Stay away: ${list}.`;
    case "caution":
      return `${what} Take care: ${list}.`;
    case "unknown":
      return `${what} What decides could not be tried${list === "" ? "" : `; known is that ${list}`}.`;
    case "nothing_found":
      return `${what} No known mark of danger was found${list === "" ? "" : `, but ${list}`}. That is no promise.`;
  }
}

function some(test: (check: AddressCheck) => boolean) {
  return (checks: readonly AddressCheck[]) => checks.some(test);
}
