import { describe, expect, it } from "vitest";
import { type Counts, figureChange, figureText } from "./figures";

const counts = (over: Partial<Counts>): Counts => ({ revenue: 0n, paidCalls: 0, closed: 0, payers: 0, ...over });

describe("figures", () => {
  it("writes money exactly and never rounds a share up to all", () => {
    expect(figureText("revenue", counts({ revenue: 1_248_920_000n }))).toBe("$1,248.92");
    expect(figureText("revenue", counts({ revenue: 5_000n }))).toBe("$0.005");
    expect(figureText("calls", counts({ paidCalls: 216_470 }))).toBe("216,470");
    expect(figureText("answered", counts({ paidCalls: 9_999, closed: 10_000 }))).toBe("99.9 %");
    expect(figureText("answered", counts({ paidCalls: 991, closed: 1_000 }))).toBe("99.1 %");
    expect(figureText("answered", counts({ paidCalls: 3, closed: 3 }))).toBe("100 %");
    expect(figureText("answered", counts({}))).toBe("–");
  });

  it("says how a figure moved", () => {
    const now = counts({ revenue: 1_248_920_000n, paidCalls: 991, closed: 1_000 });
    const before = counts({ revenue: 1_111_140_000n, paidCalls: 994, closed: 1_000 });
    expect(figureChange("revenue", now, before)).toEqual({ by: "+12.4 %", from: "$1,111.14" });
    expect(figureChange("answered", now, before)).toEqual({ by: "−0.3 pt", from: "99.4 %" });
    expect(figureChange("calls", now, now)).toEqual({ by: "±0 %", from: "991" });
  });

  it("compares with nothing where there was nothing", () => {
    expect(figureChange("revenue", counts({ revenue: 5_000n }), counts({}))).toBeNull();
    expect(figureChange("answered", counts({ closed: 4 }), counts({}))).toBeNull();
  });
});
