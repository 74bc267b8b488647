import type { CheckStatus, DoctorReport } from "@/lib/doctor/report";

export const STATUS_WORDS: Record<CheckStatus, string> = {
  pass: "Passes",
  fail: "To fix",
  warn: "Worth a look",
  skipped: "Left out",
  unknown: "Not known",
};

/** "12 pass · 2 to fix · 1 waits": what there is none of is not named. */
export function summaryWords({ checks, summary }: Pick<DoctorReport, "checks" | "summary">): string {
  const waiting = checks.filter(({ after }) => after !== null).length;
  const parts: [number, string][] = [
    [summary.pass, "pass"],
    [summary.fail, "to fix"],
    [summary.warn, "worth a look"],
    [waiting, waiting === 1 ? "waits" : "wait"],
    [summary.skipped - waiting, "left out"],
    [summary.unknown, "not known"],
  ];
  return parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(" · ");
}
