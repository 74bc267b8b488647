import { expect, it } from "vitest";
import { amountsOf, sqrtPriceAt } from "./amountsOf";

const ONE = 2n ** 96n;

it("has the exchange's own prices at both ends and in the middle", () => {
  const near = (found: bigint, told: bigint) => expect(Number(found) / Number(told)).toBeCloseTo(1, 8);
  expect(sqrtPriceAt(0)).toBe(ONE);
  near(sqrtPriceAt(-887_272), 4_295_128_739n);
  near(sqrtPriceAt(887_272), 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n);
});

it("pays out one side only where the price is outside, and both where it is inside", () => {
  const liquidity = 10n ** 24n;
  expect(amountsOf(liquidity, 60, 120, ONE).amount1).toBe(0n);
  expect(amountsOf(liquidity, 60, 120, ONE).amount0).toBeGreaterThan(0n);
  expect(amountsOf(liquidity, -120, -60, ONE).amount0).toBe(0n);
  const { amount0, amount1 } = amountsOf(liquidity, -60, 60, ONE);
  expect(Number(amount0) / Number(amount1)).toBeCloseTo(1, 9);
});
