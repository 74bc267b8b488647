import { afterEach, describe, expect, it } from "vitest";
import { politeness } from "./politeness";
import { request, type Site, startSite, testWeb } from "./testdata/site";
import { takeTurn, turnCounts, USUAL_LIMITS } from "./turns";

const { signal } = new AbortController();
const ask = { host: "shop.example", addresses: ["8.8.8.8"], own: false, patienceMs: 0, signal };

describe("turns at a host", () => {
  it("are a few at once, and come back when they are given back", () => {
    const enter = politeness({ atOnce: 2, perSecond: 100, burst: 100 }, () => 0);
    const [first, second] = [enter(["a"]), enter(["a"])];
    expect(enter(["a"])).toEqual({ wait: 1 });
    expect(enter(["b"]).wait).toBe(0);
    if ("leave" in first) first.leave();
    // Twice given back is once given back.
    if ("leave" in first) first.leave();
    expect(enter(["a"]).wait).toBe(0);
    expect(enter(["a"])).toEqual({ wait: 1 });
    expect("leave" in second).toBe(true);
  });

  it("are so many a second", () => {
    let now = 0;
    const enter = politeness({ atOnce: 100, perSecond: 1, burst: 2 }, () => now);
    expect([enter(["a"]).wait, enter(["a"]).wait, enter(["a"]).wait]).toEqual([0, 0, 1]);
    now += 1_000;
    expect(enter(["a"]).wait).toBe(0);
  });

  it("count all names of a site as one, and all sites of a machine too", async () => {
    const counts = turnCounts({
      ...USUAL_LIMITS,
      site: { atOnce: 2, perSecond: 10, burst: 10 },
      address: { atOnce: 3, perSecond: 50, burst: 50 },
    });
    await takeTurn(counts, { ...ask, host: "a.shop.example" });
    const leave = await takeTurn(counts, { ...ask, host: "b.shop.example" });
    await expect(takeTurn(counts, { ...ask, host: "shop.example" })).rejects.toMatchObject({
      reason: "host_busy",
      kind: "busy",
      retryAfterSeconds: 1,
    });
    await takeTurn(counts, { ...ask, host: "another.example" });
    await expect(takeTurn(counts, { ...ask, host: "third.example" })).rejects.toMatchObject({ reason: "host_busy" });
    leave();
    await takeTurn(counts, { ...ask, host: "third.example" });
  });

  it("tell apart the tenants of one host's name", async () => {
    const counts = turnCounts({ ...USUAL_LIMITS, site: { atOnce: 1, perSecond: 10, burst: 10 } });
    await takeTurn(counts, { ...ask, host: "one.github.io" });
    await takeTurn(counts, { ...ask, host: "two.github.io" });
    await expect(takeTurn(counts, { ...ask, host: "two.github.io" })).rejects.toMatchObject({ reason: "host_busy" });
  });

  it("are waited for by those who have patience", async () => {
    const counts = turnCounts({ ...USUAL_LIMITS, site: { atOnce: 1, perSecond: 100, burst: 100 } });
    const leave = await takeTurn(counts, ask);
    const later = takeTurn(counts, { ...ask, patienceMs: 10_000 });
    leave();
    (await later)();
    const stop = new AbortController();
    await takeTurn(counts, ask);
    const given = takeTurn(counts, { ...ask, patienceMs: 10_000, signal: stop.signal });
    stop.abort();
    await expect(given).rejects.toThrow();
  });
});

describe("a host that is asked too much", () => {
  let site: Site;
  afterEach(() => site.close());

  it("is asked no more, and again after its answers went out", async () => {
    const waiting: (() => void)[] = [];
    site = await startSite((_, answer) => void waiting.push(() => answer.end("done")));
    const own = { atOnce: 2, perSecond: 1_000, burst: 1_000 };
    const web = testWeb([site], { turns: turnCounts({ ...USUAL_LIMITS, own }) });
    const two = [web.fetch(site.origin, request()), web.fetch(site.origin, request())];
    await expect.poll(() => waiting.length).toBe(2);
    await expect(web.fetch(site.origin, request())).rejects.toMatchObject({ reason: "host_busy", retryAfterSeconds: 1 });
    for (const answer of waiting.splice(0)) answer();
    await Promise.all(two);
    const third = web.fetch(site.origin, request());
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect((await third).status).toBe(200);
  });
});
