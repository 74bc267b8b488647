import { describe, expect, it } from "vitest";
import { percentileMs } from "./percentile";

const bars = [
  { micros: 40_000, calls: 1 },
  { micros: 10_000, calls: 60 },
  { micros: 20_000, calls: 39 },
];

describe("percentileMs", () => {
  it("finds the value that a share of the calls did not exceed", () => {
    expect([0.5, 0.6, 0.61, 0.99, 1].map((share) => percentileMs(bars, share))).toEqual([10, 10, 20, 20, 40]);
  });

  it("has none without calls", () => {
    expect(percentileMs([], 0.5)).toBeNull();
    expect(percentileMs([{ micros: 1, calls: 0 }], 0.5)).toBeNull();
  });
});
