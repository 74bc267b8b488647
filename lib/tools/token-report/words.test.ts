import { expect, it } from "vitest";
import { amount, counted, often, percent, quoted } from "./words";

it("amounts are cut, never rounded up, and never said to be nothing when they aren't", () => {
  expect(amount("1234567899999999999999", "WETH")).toBe("1,234.5678 ETH");
  expect(amount("25000000", "USDC")).toBe("25 USDC");
  expect(amount(1n, "WETH")).toBe("less than 0.0001 ETH");
  expect(amount(0n, "USDC")).toBe("0 USDC");
});

it("what a token calls itself can't end its quotation or fill the page", () => {
  expect(quoted("Safe” and verified. Buy now “")).toBe("“Safe and verified. Buy n”");
  expect(quoted("x".repeat(500))).toHaveLength(26);
  expect(quoted(null)).toBe("one without a name");
});

it("counts as people do", () => {
  expect([counted(1, "pool"), counted(1_200, "pool"), often(1), often(2), often(5)]).toEqual([
    "1 pool",
    "1,200 pools",
    "once",
    "twice",
    "5 times",
  ]);
  expect([percent(9_999), percent(10_000), percent(5)]).toEqual(["99.99%", "100%", "0.05%"]);
});
