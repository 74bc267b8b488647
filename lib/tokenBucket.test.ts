import { describe, expect, it } from "vitest";
import { tokenBuckets } from "./tokenBucket";

describe("token buckets", () => {
  it("let a burst through, then so many a second, and say how long to wait", () => {
    let now = 0;
    const take = tokenBuckets({ perSecond: 0.5, burst: 2 }, () => now);
    expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 2]);
    expect(take("b")).toBe(0);
    now += 2_000;
    expect([take("a"), take("a")]).toEqual([0, 2]);
    now += 60_000;
    expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 2]);
  });

  it("remember no more callers than fit", () => {
    const take = tokenBuckets({ perSecond: 1, burst: 1 }, () => 0);
    take("first");
    for (let n = 0; n < 10_000; n += 1) take(`caller ${n}`);
    expect(take("first")).toBe(0);
    expect(take("caller 9999")).toBe(1);
  });
});
