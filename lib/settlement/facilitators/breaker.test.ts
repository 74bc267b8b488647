import { describe, expect, it } from "vitest";
import { breaker } from "./breaker";

function atTime() {
  let now = 1_000;
  const b = breaker({ failures: 3, pauseMs: 100, now: () => now });
  return { b, pass: (ms: number) => (now += ms) };
}

describe("breaker", () => {
  it("opens after so many failures in a row, and not when one between them went well", () => {
    const { b } = atTime();
    for (const step of ["failed", "failed", "succeeded", "failed", "failed"] as const) b[step]();
    expect(b.admit()).toBe(true);
    b.failed();
    expect([b.ready(), b.admit()]).toEqual([false, false]);
  });

  it("lets one probe through after the pause; it closes when that went well, and pauses again when it did not", () => {
    const { b, pass } = atTime();
    for (let n = 0; n < 3; n += 1) b.failed();
    pass(100);
    expect([b.admit(), b.admit()]).toEqual([true, false]);
    b.failed();
    expect(b.ready()).toBe(false);
    pass(100);
    expect(b.admit()).toBe(true);
    b.succeeded();
    expect([b.admit(), b.admit()]).toEqual([true, true]);
  });

  it("is not held shut by a probe that learnt nothing or never came back", () => {
    const { b, pass } = atTime();
    for (let n = 0; n < 3; n += 1) b.failed();
    pass(100);
    b.admit();
    b.left();
    expect(b.admit()).toBe(true);
    expect(b.admit()).toBe(false);
    pass(100);
    expect(b.admit()).toBe(true);
  });
});
