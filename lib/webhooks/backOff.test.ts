import { describe, expect, it } from "vitest";
import { BACK_OFF_MS, nextTryIn, OFF_AFTER_MS } from "./backOff";

const now = new Date("2026-11-21T08:00:00Z");
const HOUR = 3_600_000;

describe("nextTryIn", () => {
  it("waits longer each time, and tries for more than a day", () => {
    const waits = BACK_OFF_MS.map((_, index) => nextTryIn(index + 1, null, now, () => 0) ?? 0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBe(5_000);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(OFF_AFTER_MS);
    expect(nextTryIn(BACK_OFF_MS.length + 1, null, now)).toBeNull();
  });

  it("spreads what failed together, and never comes sooner", () => {
    for (const dice of [0, 0.5, 1]) expect(nextTryIn(3, null, now, () => dice)).toBe(120_000 * (1 + dice / 10));
  });

  it.each([
    ["120", 120_000],
    ["Sat, 21 Nov 2026 08:05:00 GMT", 300_000],
    ["1", 5_000],
    ["99999999", 6 * HOUR],
    ["soon", 5_000],
    ["-5", 5_000],
    ["Sat, 21 Nov 2020 08:05:00 GMT", 5_000],
  ])("heeds Retry-After %s within bounds", (asked, ms) => {
    expect(nextTryIn(1, asked, now, () => 0)).toBe(ms);
  });
});
