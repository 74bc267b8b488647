import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeFilters, paymentFilters, readPaymentQuery } from "./paymentQuery";

const now = new Date("2026-11-21T08:33:09.500Z");
const read = (params: Record<string, string | string[]>) => readPaymentQuery(params, "28d");

describe("readPaymentQuery", () => {
  it("reads every filter", () => {
    const query = read({
      q: " 0xAB ",
      status: "settled,settling,nonsense",
      tool: "token-safety",
      payer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      min: "0.005",
      max: "1",
      when: "7d",
    });
    expect(paymentFilters(query, now)).toEqual({
      states: ["settled", "claimed", "running", "answered", "queued", "submitted"],
      tool: "token-safety",
      payer: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
      minAmount: 5000n,
      maxAmount: 1_000_000n,
      from: new Date("2026-11-15T00:00:00Z"),
      search: "0xAB",
    });
    expect(activeFilters(query, "28d")).toEqual(["search", "status", "tool", "payer", "amount", "time"]);
  });

  it("takes days, the last one whole", () => {
    expect(paymentFilters(read({ from: "2026-11-01", to: "2026-11-02" }), now)).toMatchObject({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-11-03T00:00:00Z"),
    });
  });

  it("leaves out what makes no sense", () => {
    const query = read({ min: "-1", max: "1e9", payer: "0x12", from: "2026-02-31", when: "1y", before: "x", after: "'; drop", status: "" });
    expect(activeFilters(query, "28d")).toEqual([]);
    expect(query).toMatchObject({ before: null, after: null, when: "28d" });
  });

  it("takes a cursor of a real time only", () => {
    expect(read({ before: "2026-11-21T08:33:09.123456Z_pay_5Nf0aT2cLw9e" }).before).toEqual({
      at: "2026-11-21T08:33:09.123456Z",
      id: "pay_5Nf0aT2cLw9e",
    });
    expect(read({ before: "2026-02-30T08:33:09.123456Z_pay_5Nf0aT2cLw9e" }).before).toBeNull();
  });

  it("leaves out an amount that the ledger can't hold", () => {
    expect(read({ max: "9223372036854.775807" }).max).toBe("9223372036854.775807");
    expect(read({ max: "9223372036854.775808" }).max).toBeNull();
  });

  it("never throws, whatever stands in the address line", () => {
    const names = fc.constantFrom("q", "status", "tool", "payer", "min", "max", "when", "from", "to", "before", "after", "__proto__");
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.string()),
      fc.constantFrom("constructor", "\0", "9999-99-99", "99999999999999999999"),
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (params) => {
        const filters = paymentFilters(read(params), now);
        expect(filters.search ?? "").not.toContain("\0");
      }),
      { numRuns: 1_000 },
    );
  });
});
