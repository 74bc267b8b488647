import { describe, expect, it } from "vitest";
import type { CheckResult } from "@/lib/doctor/report";
import { summaryWords } from "./doctorWords";

const check = (after: string | null): CheckResult => ({
  id: "x",
  title: "X",
  status: "skipped",
  detail: "",
  evidence: null,
  mend: null,
  side: null,
  after,
});

describe("a report in a line", () => {
  it("names what there is, and tells what waits from what was left out", () => {
    const checks = [check("v2"), check(null), check(null)];
    expect(summaryWords({ checks, summary: { pass: 3, fail: 2, warn: 0, skipped: 3, unknown: 0 } })).toBe(
      "3 pass · 2 to fix · 1 waits · 2 left out",
    );
    expect(summaryWords({ checks: [], summary: { pass: 24, fail: 0, warn: 1, skipped: 0, unknown: 2 } })).toBe(
      "24 pass · 1 worth a look · 2 not known",
    );
  });
});
