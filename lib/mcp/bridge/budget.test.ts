import { describe, expect, it } from "vitest";
import type { BookState, Pending } from "./book";
import { dayOf, drop, hasEnded, mark, markSpent, reserve, spentOn } from "./budget";

const LIMITS = { maxPerCall: 5_000n, maxPerDay: 12_000n };
const empty = (): BookState => ({ version: 1, days: {}, pending: [], last: [], payees: {} });
let count = 0;

function entry(value: bigint, at = "2026-11-21T10:00:00.000Z"): Pending {
  count += 1;
  const nonce = `0x${count.toString(16).padStart(64, "0")}` as const;
  const seconds = Math.floor(Date.parse(at) / 1000);
  const authorization = {
    to: `0x${"5".repeat(40)}` as const,
    value: value.toString(),
    validAfter: "0",
    validBefore: String(seconds + 120),
    nonce,
  };
  return { call: `c${count}`, tool: "echo", at, authorization, state: "sent" };
}

const facts = { payment: "pay_1", transaction: "0x1" };

describe("the budget", () => {
  it("refuses what is over a call's limit, and tells how to raise it", () => {
    expect(() => reserve(empty(), entry(5_001n), LIMITS)).toThrow(
      expect.objectContaining({ code: "over_call_limit", hint: expect.stringContaining("--max-per-call 0.005001") }),
    );
  });

  it("counts what is set aside as spent, to the last unit", () => {
    const state = empty();
    reserve(state, entry(5_000n), LIMITS);
    reserve(state, entry(5_000n), LIMITS);
    expect(() => reserve(state, entry(2_001n), LIMITS)).toThrow(expect.objectContaining({ code: "over_day_limit" }));
    reserve(state, entry(2_000n), LIMITS);
    expect(spentOn(state, "2026-11-21")).toEqual({ spent: 0n, held: 12_000n, calls: 0 });
    expect(() => reserve(state, entry(1n), LIMITS)).toThrow(expect.objectContaining({ code: "over_day_limit" }));
  });

  it("a payment is spent once, on the day that it was signed, and frees nothing", () => {
    const state = empty();
    const late = entry(5_000n, "2026-11-21T23:59:59.000Z");
    reserve(state, late, LIMITS);
    expect(markSpent(state, late.authorization.nonce, facts)).toEqual(late);
    expect(markSpent(state, late.authorization.nonce, facts)).toBeNull();
    expect(spentOn(state, "2026-11-21")).toEqual({ spent: 5_000n, held: 0n, calls: 1 });
    expect(spentOn(state, "2026-11-22")).toEqual({ spent: 0n, held: 0n, calls: 0 });
    reserve(state, entry(5_000n, "2026-11-22T00:00:01.000Z"), LIMITS);
  });

  it("what the market says was not charged stays set aside until it is dropped", () => {
    const state = empty();
    const one = entry(5_000n);
    reserve(state, one, LIMITS);
    mark(state, one.authorization.nonce, "over");
    expect(spentOn(state, "2026-11-21").held).toBe(5_000n);
    drop(state, one.authorization.nonce);
    expect(spentOn(state, "2026-11-21").held).toBe(0n);
  });

  it("an authorization has ended a minute after its time, and days are those of UTC", () => {
    const one = entry(1n);
    const end = Number(one.authorization.validBefore) * 1000;
    expect([hasEnded(one, end), hasEnded(one, end + 61_000)]).toEqual([false, true]);
    expect(dayOf("2026-11-21T23:30:00-02:00")).toBe("2026-11-22");
  });

  it("keeps the newest payments and a month of days, and no more", () => {
    const state = empty();
    for (let i = 0; i < 150; i++) {
      const one = entry(1n, new Date(Date.UTC(2026, 0, 1 + i)).toISOString());
      reserve(state, one, LIMITS);
      markSpent(state, one.authorization.nonce, facts);
    }
    expect([state.last.length, Object.keys(state.days).length]).toEqual([100, 31]);
    expect(Object.keys(state.days).sort().at(-1)).toBe("2026-05-30");
  });
});
