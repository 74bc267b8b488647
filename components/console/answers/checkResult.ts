import type { Check } from "@/lib/safety/answer/shape";

export type ResultKey = "fail" | "caution" | "note" | "pass" | "unknown" | "not_applicable";

/** In the order in which they matter to a reader. */
export const RESULT_ORDER: readonly ResultKey[] = ["fail", "caution", "note", "unknown", "pass", "not_applicable"];

export const RESULT_WORDS: Record<ResultKey, string> = {
  fail: "Fail",
  caution: "Caution",
  note: "Note",
  pass: "Pass",
  unknown: "Unknown",
  not_applicable: "Not applicable",
};

/** A fail is read as what it does to the verdict: a low one does nothing to it. Nothing else is softened. */
export function checkResult(check: Pick<Check, "status" | "severity">): ResultKey {
  if (check.status !== "fail") return check.status;
  if (check.severity === "critical" || check.severity === "high") return "fail";
  return check.severity === "medium" ? "caution" : "note";
}

/** "4 fail · 1 caution · 19 pass · 3 unknown": only what there is. */
export function resultCounts(checks: readonly Pick<Check, "status" | "severity">[]): string {
  const order: readonly ResultKey[] = ["fail", "caution", "note", "pass", "unknown", "not_applicable"];
  return order
    .map((key) => ({ key, count: checks.filter((check) => checkResult(check) === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${count} ${RESULT_WORDS[key].toLowerCase()}`)
    .join(" · ");
}
