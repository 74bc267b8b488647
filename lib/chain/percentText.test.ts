import { expect, test } from "vitest";
import { percentText } from "./percentText";

test.each([
  [1n, 100n, "1"],
  [1n, 3n, "33.333333"],
  [-1n, 8n, "-12.5"],
  [0n, 5n, "0"],
  [-1n, 10n ** 12n, "0"],
  [7n, 2n, "350"],
])("%s of %s is %s %%", (part, whole, text) => {
  expect(percentText(part, whole)).toBe(text);
});

test("no part of nothing", () => {
  expect(percentText(1n, 0n)).toBeNull();
});
