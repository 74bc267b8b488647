import { expect, test } from "vitest";
import { squareRoot } from "./squareRoot";
import { amountsBehind, MAX_TICK, MIN_TICK, rootAtTick } from "./tickMath";

test.each([0n, 1n, 3n, 4n, 15n, 16n, 10n ** 40n, 10n ** 40n - 1n, 2n ** 511n + 12_345n])("the root of %s", (value) => {
  const root = squareRoot(value);
  expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
});

test("prices at ticks, as the pools themselves have them (they round up)", () => {
  const near = (a: bigint, b: bigint) => (a > b ? a - b : b - a) <= 1n + b / 10n ** 12n;
  expect(rootAtTick(0)).toBe(2n ** 96n);
  expect(near(rootAtTick(MIN_TICK), 4_295_128_739n)).toBe(true);
  expect(near(rootAtTick(MAX_TICK), 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n)).toBe(true);
  expect(near(rootAtTick(50), 79_426_470_787_362_580_746_886_972_461n)).toBe(true);
});

test("what lies behind liquidity: one side only beyond its range", () => {
  const one = 10n ** 18n;
  const even = amountsBehind(one, 2n ** 96n, MIN_TICK, MAX_TICK);
  expect([one - even.amount0, one - even.amount1].every((gap) => gap >= 0n && gap <= 2n)).toBe(true);
  expect(amountsBehind(one, rootAtTick(-200), -100, 100).amount1).toBe(0n);
  expect(amountsBehind(one, rootAtTick(200), -100, 100).amount0).toBe(0n);
});
