import { applyCheck, type Outcome } from "./checks/applyCheck";
import { type Found, LEVELS } from "./checks/check";
import { CHECKS } from "./checks/table";
import type { Facts } from "./facts";
import { pageOf } from "./pageAnswer";
import type { SeoAuditAnswer, SeoIssue } from "./schema";
import { CAP, scoreOf, TAKES, takenBy } from "./score";
import { siteOf } from "./siteAnswer";

const MOST_PLACES = 8;
const MADE =
  "Each category starts at 100. An error takes 40, a warning 15, a notice 4, by the share of its pages that have it; below 0 it does not go. " +
  `The score is the mean of all categories by their weights, rounded down. What keeps the page that was asked for from being found at all caps it at ${CAP}.`;

/** What nobody can measure without running the page, said in every answer. */
const NEVER_MEASURED = [
  { id: "core-web-vitals", why: "LCP, INP and CLS come from browsers of real visitors; here the page is read, not run." },
  { id: "tap-targets", why: "How far buttons stand apart is known only once the page is laid out." },
  { id: "font-size", why: "How large letters come out is known only once the page is laid out." },
  { id: "rendered-content", why: "What scripts add or take away is not seen: the page is read as the server sends it." },
] as const;

/** From facts to the answer: nothing is asked from here on. */
export function writeAnswer(facts: Facts): SeoAuditAnswer {
  const outcomes = CHECKS.map((check) => applyCheck(check, facts));
  const issues = issuesOf(outcomes, facts);
  const [start] = facts.pages;
  const score = scoreOf(outcomes, start?.url ?? "");
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { level } of issues) counts[level] += 1;
  const ids = (which: (outcome: Outcome) => boolean) => outcomes.filter(which).map(({ check }) => check.id);
  return {
    url: start?.url ?? facts.asked.url,
    summary: summarise(score.value, counts, facts),
    score: { ...score, made: MADE, cap: CAP, takes: { ...TAKES } },
    counts,
    issues,
    passed: ids(({ judged, found }) => judged > 0 && found.length === 0),
    not_applicable: ids(({ judged, found, unknown }) => judged === 0 && found.length === 0 && !unknown),
    not_measured: [...unknownsOf(outcomes, facts), ...NEVER_MEASURED],
    checks_run: ids(({ judged }) => judged > 0).length,
    pages: facts.pages.map(pageOf),
    pages_missed: facts.missed.map(({ url, why, status }) => ({ url, why, status })),
    site: siteOf(facts),
    requests: facts.requests,
  };
}

function issuesOf(outcomes: readonly Outcome[], { pages }: Facts): SeoIssue[] {
  const several = pages.length > 1;
  const faulty = outcomes.filter(({ found }) => found.length > 0);
  const issues = faulty.map((outcome): SeoIssue => {
    const { id, level, category, title, why, mend } = outcome.check;
    const affected = [...new Set(outcome.found.flatMap(({ page }) => page ?? []))];
    return {
      ...{ id, level, category, title, why, mend },
      where: outcome.found.slice(0, MOST_PLACES).map((found) => placeOf(found, several)),
      where_left_out: Math.max(0, outcome.found.length - MOST_PLACES),
      ...(several && affected.length > 0 ? { pages: affected } : {}),
      taken: takenBy(outcome),
    };
  });
  return LEVELS.flatMap((level) => issues.filter((issue) => issue.level === level));
}

function placeOf({ text, page, spot, header, line, url }: Found, several: boolean): SeoIssue["where"][number] {
  return {
    text: text.slice(0, 500),
    ...(several && page ? { page } : {}),
    ...(spot ? { selector: spot.selector.slice(0, 300), snippet: spot.snippet } : {}),
    ...(header ? { header } : {}),
    ...(line === undefined ? {} : { line }),
    ...(url ? { url: url.slice(0, 500) } : {}),
  };
}

function unknownsOf(outcomes: readonly Outcome[], { pages }: Facts) {
  return outcomes.flatMap(({ check, unknown }) => {
    if (!unknown) return [];
    const some = pages.length > 1 && unknown.pages.length > 0;
    return [{ id: check.id, why: unknown.why, ...(some ? { pages: unknown.pages } : {}) }];
  });
}

function summarise(score: number, counts: SeoAuditAnswer["counts"], { pages, asked }: Facts): string {
  const said = LEVELS.flatMap((level) => (counts[level] > 0 ? [`${counts[level]} ${level}${counts[level] === 1 ? "" : "s"}`] : []));
  const where = pages.length > 1 ? `over ${pages.length} pages` : "on one page";
  const short = pages.length < asked.pages ? ` ${asked.pages} pages were asked for; no more could be read.` : "";
  return `${score} of 100: ${said.length > 0 ? said.join(", ") : "no faults found"} ${where}.${short}`;
}
