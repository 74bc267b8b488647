import { describe, expect, it } from "vitest";
import { type Counts, figureChange, figureText } from "./figures";

const counts = (over: Partial<Counts>): Counts => ({ revenue: 0n, refunded: 0n, paidCalls: 0, closed: 0, ...over });

describe("figures", () => {
  it("writes money exactly, after refunds, and never rounds a share up to all", () => {
    expect(figureText("revenue", counts({ revenue: 1_253_230_000n, refunded: 4_310_000n }))).toBe("$1,248.92");
    expect(figureText("revenue", counts({ revenue: 5_000n }))).toBe("$0.005");
    expect(figureText("revenue", counts({ refunded: 5_000n }))).toBe("−$0.005");
    expect(figureText("refunds", counts({ refunded: 4_310_000n }))).toBe("$4.31");
    expect(figureText("calls", counts({ paidCalls: 216_470 }))).toBe("216,470");
    expect(figureText("answered", counts({ paidCalls: 9_999, closed: 10_000 }))).toBe("99.9 %");
    expect(figureText("answered", counts({ paidCalls: 991, closed: 1_000 }))).toBe("99.1 %");
    expect(figureText("answered", counts({ paidCalls: 3, closed: 3 }))).toBe("100 %");
    expect(figureText("answered", counts({}))).toBe("–");
  });

  it("says how a figure moved", () => {
    const now = counts({ revenue: 1_248_920_000n, paidCalls: 991, closed: 1_000 });
    const before = counts({ revenue: 1_111_140_000n, paidCalls: 994, closed: 1_000 });
    expect(figureChange("revenue", now, before)).toEqual({ by: "+12.4 %", words: "from $1,111.14" });
    expect(figureChange("answered", now, before)).toEqual({ by: "−0.3 pt", words: "from 99.4 %" });
    expect(figureChange("calls", now, now)).toEqual({ by: "±0 %", words: "from 991" });
  });

  it("tells refunds as a share of the revenue, and never as nothing where there was one", () => {
    const now = counts({ revenue: 1_231_000_000n, refunded: 4_308_500n });
    const before = counts({ revenue: 1_000_000_000n, refunded: 1n });
    expect(figureChange("refunds", now, before)).toEqual({ by: "0.35 %", words: "of revenue, was 0.01 %" });
    expect(figureChange("refunds", counts({ revenue: 5n }), null)).toEqual({ by: "0 %", words: "of revenue" });
    expect(figureChange("refunds", counts({ refunded: 5n }), before)).toBeNull();
  });

  it("compares with nothing where there was nothing", () => {
    expect(figureChange("revenue", counts({ revenue: 5_000n }), counts({}))).toBeNull();
    expect(figureChange("revenue", counts({ revenue: 5_000n }), counts({ refunded: 1n }))).toBeNull();
    expect(figureChange("answered", counts({ closed: 4 }), counts({}))).toBeNull();
    expect(figureChange("calls", counts({ paidCalls: 4 }), null)).toBeNull();
  });
});
