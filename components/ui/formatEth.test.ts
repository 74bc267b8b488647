import { describe, expect, it } from "vitest";
import { formatEth } from "./formatEth";

describe("formatEth", () => {
  it.each([
    [0n, "0 ETH"],
    [88_204_000_000_000n, "0.0000882 ETH"],
    [1_000_000_000_000_000_000n, "1 ETH"],
    [1_234_500_000_000_000_000n, "1.23 ETH"],
    [44n, "0.000000000000000044 ETH"],
  ])("%s wei is %s", (wei, text) => expect(formatEth(wei)).toBe(text));
});
