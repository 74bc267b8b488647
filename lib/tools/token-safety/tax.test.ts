import fc from "fast-check";
import { expect, test } from "vitest";
import { taxBps } from "./tax";

test.each([
  [10_000n, 10_000n, 0],
  [10_000n, 9_700n, 300],
  [10_000n, 0n, 10_000],
  [10_000n, 10_500n, 0],
  [3n, 2n, 3_333],
  [100_000n, 99_999n, 0],
  [100_000n, 99_995n, 1],
  [10n ** 40n, 95n * 10n ** 38n, 500],
  [0n, 0n, null],
] as const)("%d promised, %d arrived: %s bps", (expected, received, bps) => {
  expect(taxBps(expected, received)).toBe(bps);
});

test("always a whole number from 0 to 10,000", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 2n ** 256n), fc.bigInt(0n, 2n ** 256n), (expected, received) => {
      const bps = taxBps(expected, received);
      expect(Number.isInteger(bps) && bps !== null && bps >= 0 && bps <= 10_000).toBe(true);
    }),
  );
});
