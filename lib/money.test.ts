import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUsd, formatUsdc, parseUsdc } from "./money";

describe("money", () => {
  it("turns decimal text into atomic units and back without a float", () => {
    expect(parseUsdc("0.005")).toBe(5000n);
    expect(parseUsdc("9007199254740993.000001")).toBe(9007199254740993000001n);
    expect(formatUsdc(5000n)).toBe("0.005");
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 1n << 60n }), (n) => parseUsdc(formatUsdc(n).replaceAll(",", "")) === n));
  });

  it("refuses signs, exponents, more than six decimals and words", () => {
    for (const bad of ["-1", "+1", "1e3", "0.0000001", "", ".", "1.", ".5", "NaN", "1,000", " 1"]) {
      expect(() => parseUsdc(bad), bad).toThrow(TypeError);
    }
  });

  it("writes dollars for people", () => {
    expect(formatUsd(5000n)).toBe("$0.005");
    expect(formatUsd(1_248_920_000n, 2)).toBe("$1,248.92");
    expect(formatUsd(0n, 2)).toBe("$0.00");
    expect(formatUsd(-1_500_000n, 2)).toBe("-$1.50");
  });
});
