import { describe, expect, it } from "vitest";
import { severityCounts, worstOf } from "./severityLook";

const of = (...severities: ("error" | "warning" | "notice" | "pass" | "not_measured")[]) => severities.map((severity) => ({ severity }));

describe("findings in words", () => {
  it("are counted by how much they matter, and only what there is", () => {
    expect(severityCounts(of("pass", "error", "warning", "error", "not_measured", "pass"))).toBe(
      "2 errors · 1 warning · 2 pass · 1 not measured",
    );
    expect(severityCounts([])).toBe("");
  });

  it("are as bad as the worst of them", () => {
    expect(worstOf(of("pass", "warning", "error")).word).toBe("Has errors");
    expect(worstOf(of("notice", "warning")).tone).toBe("warn");
    expect(worstOf(of("notice", "not_measured")).tone).toBe("good");
  });
});
