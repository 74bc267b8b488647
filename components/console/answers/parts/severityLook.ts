import type { Finding, Severity } from "@/lib/web/schema";
import type { Tone } from "./Mark";

export const SEVERITY_LOOK: Record<Severity, { tone: Tone; word: string }> = {
  error: { tone: "bad", word: "Error" },
  warning: { tone: "warn", word: "Warning" },
  notice: { tone: "note", word: "Notice" },
  pass: { tone: "good", word: "Pass" },
  not_measured: { tone: "unknown", word: "Not measured" },
};

const ORDER: readonly Severity[] = ["error", "warning", "notice", "pass", "not_measured"];

/** "2 errors · 1 warning · 9 pass": only what there is. */
export function severityCounts(findings: readonly Pick<Finding, "severity">[]): string {
  return ORDER.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const word = SEVERITY_LOOK[severity].word.toLowerCase();
      return `${count} ${count === 1 || severity === "pass" || severity === "not_measured" ? word : `${word}s`}`;
    })
    .join(" · ");
}

/** The word at the top, where an answer has findings and no grade of its own. */
export function worstOf(findings: readonly Pick<Finding, "severity">[]): { tone: Tone; word: string } {
  if (findings.some(({ severity }) => severity === "error")) return { tone: "bad", word: "Has errors" };
  if (findings.some(({ severity }) => severity === "warning")) return { tone: "warn", word: "Could be better" };
  return { tone: "good", word: "As it should be" };
}
