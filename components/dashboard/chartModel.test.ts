import { describe, expect, it } from "vitest";
import { chartRows, labelledSteps, niceTicks, periodName, tickTexts, valueTicks } from "./chartModel";

const start = Date.parse("2026-10-25T00:00:00Z");
const series = (count: number, shift = 0) =>
  Array.from({ length: count }, (_, i) => ({
    at: new Date(start + (i - shift) * 86_400_000),
    revenue: BigInt(i) * 5_000n,
    paidCalls: i,
    closed: i,
    refunded: 0n,
  }));

describe("chart", () => {
  it("draws the step under way apart from those that are over", () => {
    const rows = chartRows("calls", series(28), series(28, 28), "day");
    expect(rows.map((r) => r.done).slice(-3)).toEqual([25, 26, null]);
    expect(rows.map((r) => r.open).slice(-3)).toEqual([null, 26, 27]);
    expect(rows.at(-1)).toMatchObject({ day: "Sat 21 Nov, so far", beforeDay: "Sat 24 Oct", text: "27", calls: "27 calls" });
    expect(periodName(series(28), "day")).toBe("25 Oct to 21 Nov");
  });

  it("has no value where nothing came to an end", () => {
    expect(chartRows("answered", series(3), null, "day")[0]).toMatchObject({ done: null, text: "–", before: null });
  });

  it("labels the axis with round numbers", () => {
    expect(niceTicks(54, false)).toEqual([0, 20, 40, 60]);
    expect(niceTicks(0.031, false)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
    expect(niceTicks(3, true)).toEqual([0, 1, 2, 3]);
    expect(niceTicks(0, true)).toEqual([0, 1]);
    expect(niceTicks(100, true)).toEqual([0, 25, 50, 75, 100]);
    expect(tickTexts("revenue", [0, 0.025, 0.05])).toEqual(["$0", "$0.025", "$0.050"]);
    const loss = chartRows(
      "revenue",
      [{ at: new Date(start), revenue: 1_000_000n, refunded: 4_000_000n, paidCalls: 1, closed: 1 }, ...series(2)],
      null,
      "day",
    );
    expect(tickTexts("revenue", valueTicks("revenue", loss))).toEqual(["−$3", "−$2", "−$1", "$0", "$1"]);
    expect(valueTicks("answered", chartRows("answered", series(9), null, "day"))).toEqual([80, 85, 90, 95, 100]);
  });

  it.each([7, 24, 28, 90])("labels a handful of %i steps, first and last among them", (count) => {
    const rows = chartRows("calls", series(count), null, "day");
    const labels = labelledSteps(rows);
    expect(labels.length).toBeLessThanOrEqual(6);
    expect([labels[0], labels.at(-1)]).toEqual([rows[0]?.at, rows.at(-1)?.at]);
  });
});
