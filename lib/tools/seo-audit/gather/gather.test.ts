import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultSite, type SiteSpec, startFaultSite } from "../testdata/faultSite";
import { gather } from "./gather";

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite();
});
afterAll(() => site.close());

/** Each of these comes far later than anybody waits. */
const late = (...paths: string[]): SiteSpec => ({ replies: Object.fromEntries(paths.map((path) => [path, () => ({ delayMs: 20_000 })])) });

const ask = (name: string, pages: number, spec: SiteSpec) => ({
  ...{ url: site.at(name, "/bread", spec), pages, maxAgeSeconds: 0 },
  ...{ web: site.web, signal: new AbortController().signal },
});

describe("when the time is up", () => {
  it("what is there is told, and the rest is said to be missing", async () => {
    const began = performance.now();
    const facts = await gather(ask("tired", 1, late("/llms.txt", "/favicon.ico", "/card.png", "/loaf.png")), {
      one: 900,
      several: 900,
      probes: 0,
    });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(facts.pages).toHaveLength(1);
    expect(facts.site.nowhere).toMatchObject({ ok: true, status: 404 });
    expect(facts.site.llms).toEqual({ ok: false, reason: "too_slow", why: "There was no time left to ask." });
    expect(facts.site.favicon).toMatchObject({ ok: false });
  });

  it("further pages give way to what the first ones name", async () => {
    const facts = await gather(ask("weary", 3, late("/rolls")), { one: 0, several: 2_500, probes: 1_500 });
    expect(facts.pages.map(({ url }) => new URL(url).pathname)).toEqual(["/bread", "/"]);
    expect(facts.missed).toEqual([{ url: expect.stringMatching(/rolls$/), foundBy: "link", status: null, why: "There was no time left." }]);
    expect(facts.site.llms).toMatchObject({ ok: true, status: 200 });
  });

  it("a call that nobody waits for any more ends", async () => {
    const stop = new AbortController();
    const work = gather({ ...ask("left", 1, late("/llms.txt")), signal: stop.signal });
    setTimeout(() => stop.abort(new Error("gone")), 300);
    await expect(work).rejects.toThrow("gone");
  });
});

it("nothing is asked twice, and every request is counted", async () => {
  const facts = await gather(ask("counted", 3, {}));
  const asked = site.asked.filter((line) => line.includes("counted.site.test"));
  expect(new Set(asked).size).toBe(asked.length);
  // One more goes to another site: a sample of the links that lead away.
  expect(facts.requests).toBe(asked.length + 1);
});
