import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/devnet/freePort";
import { run } from "@/lib/tools/seo-audit/run";
import { output } from "@/lib/tools/seo-audit/schema";
import { FAULTY_PAGES, realPages } from "@/lib/tools/seo-audit/testdata/comparedPages";
import { type FaultSite, startFaultSite } from "@/lib/tools/seo-audit/testdata/faultSite";
import { webContext } from "@/lib/web/testdata/context";
import { findChromium } from "@/scripts/bootstrap/chromium.mjs";
import { type LighthouseAudit, lighthouseSeo } from "./lighthouseRun.mjs";

/** Which of our checks finds what each of Lighthouse's audits finds. */
const OURS: Record<string, readonly string[]> = {
  "is-crawlable": ["indexable", "robots-search"],
  "document-title": ["title-present"],
  "meta-description": ["description-present"],
  "link-text": ["link-words"],
  "crawlable-anchors": ["link-crawlable"],
  "robots-txt": ["robots-valid", "robots-answers"],
  "image-alt": ["image-alt"],
  hreflang: ["hreflang-codes", "hreflang-absolute"],
  canonical: ["canonical-valid", "canonical-absolute", "canonical-single", "canonical-self", "hreflang-canonical"],
  // A page that answers with an error is refused, and costs nothing.
  "http-status-code": ["bad_status"],
};
/** Those that list each place, so that the places can be counted. */
const LISTED = new Set(["link-text", "crawlable-anchors", "image-alt", "hreflang"]);
/** Only tells people to look by themselves. */
const BY_HAND = new Set(["structured-data"]);

const path = findChromium();
const differences: string[] = [];

describe.skipIf(!path)(`beside Lighthouse${path ? "" : " (left out: there is no Chromium here)"}`, () => {
  let site: FaultSite;
  let browser: Browser;
  let port: number;
  beforeAll(async () => {
    site = await startFaultSite();
    port = await freePort();
    const args = [
      `--remote-debugging-port=${port}`,
      "--host-resolver-rules=MAP * 127.0.0.1",
      "--ignore-certificate-errors",
      "--disable-gpu",
    ];
    browser = await chromium.launch({ ...(path ? { executablePath: path } : {}), args });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    console.log(`Found here and not by Lighthouse, or in more places:\n${differences.join("\n")}`);
  });

  const pages = [...FAULTY_PAGES, ...realPages()];
  it.each(pages.map((page, index) => [page.name, page, index] as const))(
    "%s: nothing that Lighthouse reports is missed",
    async (name, page, index) => {
      const url = site.at(`compared${index}`, page.path, page.spec);
      const [places, { error, audits }] = await Promise.all([oursFor(site, url), lighthouseSeo(url, port)]);
      expect(error).toBeNull();
      for (const audit of audits) compare(name, audit, places);
    },
  );

  it("a page that answers with an error is one for both", async () => {
    const url = site.at("compared-error", "/gone");
    await expect(run({ url, pages: 1 }, webContext(site.web))).rejects.toMatchObject({ reason: "bad_status" });
    const { error, audits } = await lighthouseSeo(url, port);
    expect(error ?? audits.find(({ id }) => id === "http-status-code")?.score).toSatisfy(
      (seen) => seen === 0 || seen === "ERRORED_DOCUMENT_REQUEST",
    );
  });
});

/** How many places each of our issues was found in. */
async function oursFor(site: FaultSite, url: string): Promise<Map<string, number>> {
  const { issues } = output.parse(await run({ url, pages: 1 }, webContext(site.web)));
  return new Map(issues.map(({ id, where, where_left_out }) => [id, where.length + where_left_out]));
}

function compare(name: string, { id, score, mode, items, errorMessage }: LighthouseAudit, places: ReadonlyMap<string, number>): void {
  if (BY_HAND.has(id)) return;
  expect(Object.keys(OURS), "an audit that nobody has thought of").toContain(id);
  expect(errorMessage, id).toBeNull();
  const found = (OURS[id] ?? []).filter((own) => places.has(own));
  const count = found.reduce((sum, own) => sum + (places.get(own) ?? 0), 0);
  if (score === 0) {
    expect(found, `${id}, which Lighthouse reports`).not.toEqual([]);
    if (LISTED.has(id)) expect(count, `places of ${id}`).toBeGreaterThanOrEqual(items);
  }
  const more = LISTED.has(id) ? count > (score === 0 ? items : 0) : count > 0 && score !== 0;
  if (more)
    differences.push(
      `  ${name}: ${found.join(", ")} (${count}), Lighthouse ${score === 0 ? items : mode === "notApplicable" ? "not applicable" : "passes"}`,
    );
}
