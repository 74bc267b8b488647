import { afterAll, beforeAll, expect, it } from "vitest";
import { webContext } from "@/lib/web/testdata/context";
import type { Web } from "@/lib/web/types";
import { WEIGHTS } from "./checks/check";
import { CHECKS } from "./checks/table";
import { run } from "./run";
import { output, type SeoAuditAnswer } from "./schema";
import { type FaultSite, startFaultSite } from "./testdata/faultSite";
import { both, withBody, withHead, withHeaders } from "./testdata/pageSpec";

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite();
});
afterAll(() => site.close());

const FAULTY = both(
  withHead({ title: "", description: "", viewport: "", robots: '<meta name="robots" content="noindex">', ogType: "" }),
  withBody({ more: '<h1>Two</h1><img src="/x.png"><a href="javascript:x">Go</a>' }),
  withHeaders({ "strict-transport-security": "" }),
);

const audit = async (name: string, pages: number, web: Web = site.web) =>
  output.parse(await run({ url: site.at(name, "/bread", { pages: { "/bread": FAULTY } }), pages }, webContext(web)));

/** Made again from the answer alone, as its words say. */
function madeAgain({ score, issues }: SeoAuditAnswer): number {
  const counted = score.categories.filter((category) => category.score !== null);
  const own = (id: string) => {
    const taken = issues.filter((issue) => issue.category === id).reduce((sum, issue) => sum + issue.taken, 0);
    return Math.max(0, 100 - taken);
  };
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const mean = Math.floor(counted.reduce((sum, one) => sum + one.weight * own(one.id), 0) / weight + 1e-9);
  return score.capped_by.length > 0 ? Math.min(score.cap, mean) : mean;
}

it.each([1, 3])("the score of %i pages can be made again from what is said", async (pages) => {
  const answer = await audit(`score${pages}`, pages);
  expect(answer.issues.length).toBeGreaterThan(8);
  expect(madeAgain(answer)).toBe(answer.score.value);
  expect(answer.score.capped_by).toEqual(["indexable"]);
  expect(answer.score.before_cap).toBeGreaterThan(answer.score.value);
});

it("every check has one result", async () => {
  const { issues, passed, not_applicable, not_measured, checks_run } = await audit("once", 1);
  const own = new Set(CHECKS.map(({ id }) => id));
  const results = [
    ...issues.map(({ id }) => id),
    ...passed,
    ...not_applicable,
    ...not_measured.map(({ id }) => id).filter((id) => own.has(id)),
  ];
  expect(results.sort()).toEqual([...own].sort());
  expect(checks_run).toBe(issues.length + passed.length);
});

it("weights are a hundred, and words are said for everything", () => {
  expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  for (const { id, title, why, mend } of CHECKS) {
    expect(title, id).toMatch(/^\S.*[^.]$/);
    for (const text of [why, mend]) expect(text, id).toMatch(/^\S.*[.]$/);
  }
});

it("a late first byte is a fault, an early one is none", async () => {
  const clocked = (ms: number): Web => ({
    ...site.web,
    fetch: async (url, request) => {
      const answer = await site.web.fetch(url, request);
      return { ...answer, hops: answer.hops.map((hop) => ({ ...hop, ms })) };
    },
  });
  const [slow, quick] = await Promise.all([audit("late", 1, clocked(900)), audit("early", 1, clocked(90))]);
  expect(slow.issues.find(({ id }) => id === "first-byte")?.where[0]?.text).toBe("900 ms to the first byte, measured once from here.");
  expect(quick.passed).toContain("first-byte");
});

it.each([
  ["answers by itself", { status: 200, end: "http" }, "issues"],
  ["leads to https", { status: 200, end: "https" }, "passed"],
] as const)("at the usual ports, an http address that %s", async (_, { status, end }, where) => {
  // Whose ports are the usual ones stands behind a map from them to the real site.
  const inside = (url: string) => url.replace(/^https?:\/\/[^/]+/, `https://ports.site.test:${site.port}`);
  const outside = (url: string, scheme: string) => url.replace(/^https:\/\/[^/]+/, `${scheme}://ports.site.test`);
  const web: Web = {
    ...site.web,
    fetch: async (url, request) => {
      const answer = await site.web.fetch(inside(url), request);
      const scheme = url.startsWith("http:") ? end : "https";
      return { ...answer, status: url.startsWith("http:") ? status : answer.status, url: outside(answer.url, scheme) };
    },
  };
  const answer = output.parse(await run({ url: "https://ports.site.test/bread", pages: 1 }, webContext(web)));
  expect(where === "issues" ? answer.issues.map(({ id }) => id) : answer.passed).toContain("https-redirect");
});
