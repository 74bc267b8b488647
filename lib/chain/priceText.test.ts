import { expect, test } from "vitest";
import { priceText } from "./priceText";

test.each([
  [{ num: 1n, den: 3n }, 18, 18, "0.333333333333"],
  [{ num: 2_500_000_000n, den: 10n ** 18n }, 18, 6, "2500"],
  [{ num: 1n, den: 10n ** 20n }, 18, 18, "0.00000000000000000001"],
  [{ num: 123_456_789_012_345n, den: 1n }, 18, 18, "123456789012345"],
  [{ num: 10n ** 18n, den: 7n * 10n ** 17n }, 18, 18, "1.42857142857"],
  [{ num: 5n, den: 1n }, 0, 2, "0.05"],
])("%o with %i and %i decimals is %s", (price, base, quote, text) => {
  expect(priceText(price, base, quote)).toBe(text);
});

test("no price where there is none", () => {
  expect(priceText({ num: 0n, den: 5n }, 18, 18)).toBeNull();
  expect(priceText({ num: 5n, den: 0n }, 18, 18)).toBeNull();
  expect(priceText({ num: 5n, den: 5n }, null, 18)).toBeNull();
});
