import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webContext } from "@/lib/web/testdata/context";
import { CHECKS } from "./checks/table";
import { run } from "./run";
import { output, type SeoAuditAnswer } from "./schema";
import { type FaultSite, type SiteSpec, startFaultSite } from "./testdata/faultSite";
import { FAULTS } from "./testdata/faults/all";
import type { Fault } from "./testdata/faults/fault";
import type { Change } from "./testdata/pageSpec";

/** These need an http site, the usual ports or a slow clock; they have tests of their own. */
const ELSEWHERE = ["https", "https-redirect", "first-byte"];

let site: FaultSite;
let goodOne: Promise<SeoAuditAnswer>;
beforeAll(async () => {
  site = await startFaultSite();
  goodOne = audit("good", "/bread", {}, 1);
});
afterAll(() => site.close());

function specOf(path: string, page: Change | undefined, spec: SiteSpec = {}): SiteSpec {
  const pathname = path.split("?")[0] ?? path;
  return page ? { ...spec, pages: { ...spec.pages, [pathname]: page } } : spec;
}

async function audit(host: string, path: string, spec: SiteSpec, pages: number): Promise<SeoAuditAnswer> {
  return output.parse(await run({ url: site.at(host, path, spec), pages }, webContext(site.web)));
}

/** On a busy machine any answer may come late. */
const found = ({ issues }: SeoAuditAnswer) =>
  issues
    .map(({ id }) => id)
    .filter((id) => id !== "first-byte")
    .sort();

function twinOf({ path = "/bread", pages = 1, twin, hosts }: Fault, index: number): Promise<SeoAuditAnswer> {
  if (!twin && path === "/bread" && pages === 1) return goodOne;
  const own = twin?.path ?? path;
  return audit(hosts?.good ?? `t${index}`, own, specOf(own, twin?.page, twin?.site), pages);
}

describe("each fault on one page, and a page without it", () => {
  it("every check has both", () => {
    const tried = new Set([...FAULTS.map(({ id }) => id), ...ELSEWHERE]);
    expect(CHECKS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect([...tried].filter((id) => !CHECKS.some((check) => check.id === id))).toEqual([]);
  });

  it("a page that is as it should be has nothing to mend", async () => {
    const answer = await goodOne;
    expect(found(answer)).toEqual([]);
    expect(answer.passed.length).toBeGreaterThan(100);
  });

  it.concurrent.each(FAULTS.map((fault, index) => [`${fault.id} ${index}`, fault, index] as const))("%s", async (_, fault, index) => {
    const { id, path = "/bread", pages = 1, also = [], twinAlso = [], hosts } = fault;
    const faulty = await audit(hosts?.faulty ?? `f${index}`, path, specOf(path, fault.page, fault.site), pages);
    expect(found(faulty)).toEqual([id, ...also].sort());
    expect(faulty.score.value).toBeLessThan(100);
    const good = await twinOf(fault, index);
    expect(found(good)).toEqual([...twinAlso].sort());
    expect(good.passed).toContain(id);
  });
});
