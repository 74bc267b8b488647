import type { Finding, Severity } from "./schema";

/** In the order in which they matter to a reader. */
const ORDER: readonly Severity[] = ["error", "warning", "notice", "not_measured", "pass"];

/** The worst first; what weighs the same stays in its order. */
export function bySeverity<T extends Finding>(findings: readonly T[]): T[] {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** "2 errors, 1 warning": of what is to be mended only. */
export function countWords(findings: readonly Finding[]): string {
  const words = (["error", "warning", "notice"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return words.join(", ") || "Nothing to mend";
}
