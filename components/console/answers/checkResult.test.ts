import { describe, expect, it } from "vitest";
import { checkResult, resultCounts } from "./checkResult";

const check = (
  status: "pass" | "fail" | "unknown" | "not_applicable",
  severity: "info" | "low" | "medium" | "high" | "critical" = "high",
) => ({ status, severity });

describe("checkResult", () => {
  it("reads a fail as what it does to the verdict", () => {
    expect(checkResult(check("fail", "critical"))).toBe("fail");
    expect(checkResult(check("fail", "high"))).toBe("fail");
    expect(checkResult(check("fail", "medium"))).toBe("caution");
    expect(checkResult(check("fail", "low"))).toBe("note");
    expect(checkResult(check("fail", "info"))).toBe("note");
  });
  it("never turns unknown into anything else", () => {
    expect(checkResult(check("unknown", "low"))).toBe("unknown");
  });
  it("counts only what there is", () => {
    expect(resultCounts([check("fail"), check("fail", "medium"), check("pass"), check("pass")])).toBe("1 fail · 1 caution · 2 pass");
  });
});
