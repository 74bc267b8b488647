import { expect, test } from "vitest";
import { amountText, shortDecimal } from "./amountText";

test.each([
  ["0", "0"],
  ["1234567.891", "1,234,567"],
  ["1234.56789", "1,234.56"],
  ["0.0000123456789", "0.0000123456"],
  ["-12.500000", "-12.5"],
  ["1000", "1,000"],
  ["123456789012345678", "1.234 × 10^17"],
])("%s reads %s", (text, short) => {
  expect(shortDecimal(text)).toBe(short);
});

test("an amount with its token, and without what the token does not tell", () => {
  const token = { address: "0x", symbol: "PEB", decimals: 18 };
  expect(amountText("1500000000000000000", token)).toBe("1.5 PEB");
  expect(amountText("15", { ...token, decimals: null })).toBe("15 units PEB");
  expect(amountText("0", { ...token, symbol: null })).toBe("0 of a nameless token");
});
