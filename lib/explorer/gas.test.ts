import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAS_ALONE, gasAgainstAlone, gasEach, gasShare } from "./gas";

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

describe("gas as a share of the revenue", () => {
  it("is percent with a tenth, and more than nothing where there is any", () => {
    // 0.0001 ETH at $2,500 are $0.25 of $5.
    expect(gasShare(10n ** 14n, 5_000_000n, 2_500_000_000n)).toBe("5.0");
    expect(gasShare(10n ** 14n, 5_000_001n, 2_500_000_000n)).toBe("5.0");
    expect(gasShare(1n, 5_000_000n, 2_500_000_000n)).toBe("0.1");
    expect(gasShare(10n ** 16n, 5_000_000n, 2_500_000_000n)).toBe("500.0");
  });

  it("is off by less than a tenth, upwards", () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(amount, amount, amount, (fee, revenue, worth) => {
        const tenths = BigInt(gasShare(fee, revenue, worth).replace(".", ""));
        const exact = fee * worth * 1_000n;
        return tenths * revenue * 10n ** 18n >= exact && (tenths - 1n) * revenue * 10n ** 18n < exact;
      }),
    );
  });
});
