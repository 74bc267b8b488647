import type { Facts, PageFacts } from "../facts";
import type { Check, Found, Look } from "./check";

export type Outcome = {
  check: Check;
  found: Found[];
  /** Pages that it was held against; for checks of the whole site 1. */
  judged: number;
  unknown: { why: string; pages: string[] } | null;
};

/** Runs one check over all that it applies to. */
export function applyCheck(check: Check, { pages, site }: Facts): Outcome {
  if (check.of === "page") return overPages(check, pages, (page) => check.look(page, site));
  if (check.of === "site") return once(check, check.look(site, pages), 1);
  const tooFew = site.several ? "No second page of the site could be read." : "Only one page was asked for.";
  return once(check, pages.length < 2 ? { unknown: tooFew } : check.look(pages, site), pages.length);
}

function once(check: Check, look: Look, judged: number): Outcome {
  if (look === "not_applicable") return { check, found: [], judged: 0, unknown: null };
  if ("unknown" in look) return { check, found: [], judged: 0, unknown: { why: look.unknown, pages: [] } };
  return { check, found: [...look], judged, unknown: null };
}

function overPages(check: Check, pages: readonly PageFacts[], look: (page: PageFacts) => Look): Outcome {
  const outcome: Outcome = { check, found: [], judged: 0, unknown: null };
  for (const page of pages) {
    const seen = look(page);
    if (seen === "not_applicable") continue;
    if ("unknown" in seen) {
      outcome.unknown ??= { why: seen.unknown, pages: [] };
      outcome.unknown.pages.push(page.url);
      continue;
    }
    outcome.judged += 1;
    for (const found of seen) outcome.found.push({ ...found, page: page.url });
  }
  return outcome;
}
