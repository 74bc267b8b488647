import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseUsdc } from "@/lib/money";
import { feeNow, feesFor } from "./fees";
import { FALL_AFTER_MS, gasFloor, type HeldFloor, holdFloor } from "./gasFloor";
import { settlementCost } from "./settlementCost";

const GWEI = 1_000_000_000n;

describe("what a settlement costs", () => {
  it("is gas by fee by what an ETH is worth, rounded up to a tenth of a cent", () => {
    // 86,161 gas at 1 gwei are 0.000086161 ETH; at $2,500 that is $0.2154025.
    expect(settlementCost(GWEI, parseUsdc("2500"))).toBe(216_000n);
    expect(settlementCost(GWEI, parseUsdc("2500.50"))).toBe(216_000n);
    expect(settlementCost(1n, 1n)).toBe(1_000n);
    expect(settlementCost(0n, parseUsdc("2500"))).toBe(0n);
  });

  it("never comes to less than the cost, nor to a tenth of a cent more", () => {
    const wei = fc.bigInt({ min: 0n, max: 10_000n * GWEI });
    const usd = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(wei, usd, (fee, worth) => {
        const exact = 86_161n * fee * worth;
        const paid = settlementCost(fee, worth) * 10n ** 18n;
        return paid % (1_000n * 10n ** 18n) === 0n && paid >= exact && paid - exact < 1_000n * 10n ** 18n;
      }),
    );
  });

  it("goes by base fee and tip, and by the cap where they are above it", () => {
    expect(feeNow(feesFor(2n * GWEI, GWEI, 100n * GWEI))).toBe(3n * GWEI);
    expect(feeNow(feesFor(9n * GWEI, GWEI, 5n * GWEI))).toBe(5n * GWEI);
  });
});

/** A look: how long after the one before it, in ms, and what it found. */
const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: FALL_AFTER_MS }), fc.bigInt({ min: 0n, max: 9n })), { maxLength: 60 });

function walk(steps: [number, bigint][]) {
  let held: HeldFloor = { floor: 0n, lower: null };
  let at = 0;
  return steps.map(([after, need]) => {
    at += after;
    held = holdFloor(held, need, at);
    return { at, need, floor: held.floor };
  });
}

describe("the floor", () => {
  it("is never below the need", () => {
    fc.assert(fc.property(looks, (steps) => walk(steps).every(({ floor, need }) => floor >= need)));
  });

  it("falls only when every look of ten minutes found less, and to the most of what they found", () => {
    fc.assert(
      fc.property(looks, (steps) => {
        const seen = walk(steps);
        seen.forEach(({ at, floor }, i) => {
          const before = seen[i - 1]?.floor ?? 0n;
          if (floor >= before) return;
          const first = seen.findLastIndex((look, j) => j <= i && look.at <= at - FALL_AFTER_MS);
          const needs = seen.slice(first, i + 1).map((look) => look.need);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(needs.every((need) => need < before && need <= floor)).toBe(true);
        });
      }),
    );
  });

  it("comes to a need that stays, whatever was before", () => {
    fc.assert(
      fc.property(looks, fc.bigInt({ min: 0n, max: 9n }), (steps, need) => {
        const minutes = Array.from({ length: 22 }, (): [number, bigint] => [60_000, need]);
        return walk([...steps, ...minutes]).at(-1)?.floor === need;
      }),
    );
  });

  it("does not follow a need that swings", () => {
    const steps = Array.from({ length: 60 }, (_, i): [number, bigint] => [60_000, i % 5 === 0 ? 3n : 1n]);
    expect(new Set(walk(steps).map(({ floor }) => floor))).toEqual(new Set([3n]));
  });
});

describe("looking", () => {
  afterEach(() => vi.useRealTimers());
  const view = (gwei: bigint) => feesFor(gwei * GWEI, 0n, 100n * GWEI);

  it("asks once a minute, and keeps what it knew when the chain is away", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const fees = vi.fn(async () => view(1n));
    const floor = gasFloor(fees, parseUsdc("2500"));
    expect(floor.now()).toBe(0n);
    await floor.look();
    await floor.look();
    expect([floor.now(), fees.mock.calls.length]).toEqual([216_000n, 1]);
    vi.setSystemTime(Date.now() + 60_000);
    fees.mockRejectedValueOnce(new Error("away"));
    await expect(floor.look()).rejects.toThrow("away");
    expect(floor.now()).toBe(216_000n);
    fees.mockResolvedValueOnce(view(2n));
    await floor.look();
    expect(floor.now()).toBe(432_000n);
  });

  it("is nothing without the setting, and asks nobody", async () => {
    const fees = vi.fn(async () => view(1n));
    const floor = gasFloor(fees, null);
    await floor.look();
    expect([floor.now(), fees.mock.calls.length]).toEqual([0n, 0]);
  });
});
