import { describe, expect, it } from "vitest";
import { filled, priceFault, priceOf } from "./pricing";

const choice = { on: new Set<string>(), usual: "0.01", tags: { sea: "0.02", sky: " " }, operations: { "GET /a": "0.5" } };

describe("prices of a new listing", () => {
  it("are the operation's own, its tag's, or the usual one", () => {
    expect(priceOf({ key: "GET /a", tags: ["sea"] }, choice)).toBe("0.5");
    expect(priceOf({ key: "GET /b", tags: ["sky", "sea"] }, choice)).toBe("0.02");
    expect(priceOf({ key: "GET /b", tags: ["sky"] }, choice)).toBe("0.01");
    expect(filled(choice.tags)).toEqual({ sea: "0.02" });
  });

  it("are amounts of USDC within the bounds", () => {
    for (const good of ["0.002", "$0.002", "1000", "0.000020"]) expect(priceFault(good, 20n), good).toBeNull();
    for (const bad of ["", "x", "-1", "1e3", "0.0000001", "1000.000001", "0.000019", "1,5"])
      expect(priceFault(bad, 20n), bad).not.toBeNull();
  });
});
