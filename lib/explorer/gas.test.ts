import { describe, expect, it } from "vitest";
import { GAS_ALONE, gasAgainstAlone, gasEach } from "./gas";

describe("gas of a batch", () => {
  it("is shared by its payments and compared with settling alone", () => {
    expect(gasEach({ gasUsed: "1631774", payments: 37 })).toBe(44_102);
    expect(gasAgainstAlone(44_102)).toBe(-49);
    expect(gasAgainstAlone(GAS_ALONE)).toBe(0);
  });

  it("is not known before the transaction is mined", () => {
    expect(gasEach({ gasUsed: null, payments: 2 })).toBeNull();
  });
});
