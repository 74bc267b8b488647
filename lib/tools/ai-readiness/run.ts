import { fetchedOf } from "../../web/fetchedOf";
import { bySeverity, countWords } from "../../web/severities";
import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { judgeBots } from "./bots";
import { visit } from "./facts";
import { licenceSignals } from "./licence";
import { readPayment } from "./payment";
import { proberFor } from "./probe";
import type { Look, Rule } from "./rule";
import { directives, robots } from "./rules/access";
import { llmsTxt, markdown, remarks, sitemap, structuredData } from "./rules/offers";
import { structure, text, weight } from "./rules/text";
import type { AiReadinessAnswer, AiReadinessInput } from "./schema";
import { readSite } from "./site";

export const RULES: readonly Rule[] = [robots, directives, text, weight, structure, structuredData, llmsTxt, markdown, sitemap];

const MOST_FEEDS = 10;
const MOST_DIRECTIVES = 20;
const FEEDS = /^application\/(rss|atom|feed)\+(xml|json)$/;
/** A score without the page itself would say nothing. */
const LEAST_MEASURED = 0.6;

/** Reads robots.txt and the page, asks for a few well-known addresses, and marks what came of it. */
export async function run(input: AiReadinessInput, ctx: ToolContext): Promise<AiReadinessAnswer> {
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const visited = await visit(input, ctx, request);
  const { page, manners, url, whyNot } = visited;
  const prober = proberFor(ctx.web, manners, request);
  const [site, content] = await Promise.all([readSite(visited, prober), page?.content ?? null]);
  const head = page && { tags: page.tags, links: page.links, headers: page.answer.headers };
  const { tdmrep, ...files } = site;
  const look: Look = {
    ...{ robots: manners.robots, page, whyNot, content, site, bots: judgeBots(manners.robots, url) },
    ...{ licence: licenceSignals(manners.robots, head, tdmrep), payment: page ? readPayment(page.answer) : NO_PAYMENT },
  };
  const marks = RULES.map((rule) => ({ rule, ...rule.mark(look) }));
  const rules = marks.map(({ rule: { id, title, what, points }, share }) => ({
    id,
    title,
    what,
    points,
    got: share === null ? null : Math.round(points * share * 10) / 10,
  }));
  const score = scoreOf(rules);
  const verdict = verdictOf(look, score);
  const findings = bySeverity([...marks.flatMap((mark) => mark.findings), ...remarks(look)]);
  return {
    ...{
      url: url.href,
      page: page && fetchedOf(page.answer),
      verdict,
      score,
      summary: summaryOf(verdict, whyNot, findings),
      findings,
      rules,
    },
    ...{ bots: look.bots, directives: (page?.directives ?? []).slice(0, MOST_DIRECTIVES), content, ...files },
    structured_data: page?.structured ?? null,
    feeds: (page?.links ?? [])
      .flatMap(({ rel, type, url: feed }) => (rel.includes("alternate") && feed && type && FEEDS.test(type) ? [{ url: feed, type }] : []))
      .slice(0, MOST_FEEDS),
    ...{ payment: look.payment, licence: look.licence, requests: prober.asked() },
    not_measured: notMeasured(look),
  };
}

const NO_PAYMENT = { asked: false, how: null, detail: null };

function scoreOf(rules: AiReadinessAnswer["rules"]): number | null {
  const measured = rules.filter(({ got }) => got !== null);
  const could = measured.reduce((sum, { points }) => sum + points, 0);
  const all = rules.reduce((sum, { points }) => sum + points, 0);
  return could < all * LEAST_MEASURED ? null : Math.round((measured.reduce((sum, { got }) => sum + (got ?? 0), 0) / could) * 100);
}

function verdictOf({ bots }: Look, score: number | null): AiReadinessAnswer["verdict"] {
  if (bots.every(({ purpose, verdict }) => purpose === "ai_training" || verdict === "disallowed")) return "closed";
  if (score === null) return "unknown";
  return score >= 80 ? "open" : score >= 50 ? "partly" : "hard";
}

const WORDS: Record<AiReadinessAnswer["verdict"], string> = {
  open: "AI readers can find and read it.",
  partly: "AI readers can read it, with things left to mend.",
  hard: "AI readers get little of it.",
  closed: "Its robots.txt keeps AI readers out.",
  unknown: "Too little could be looked at to say.",
};

function summaryOf(verdict: AiReadinessAnswer["verdict"], whyNot: string | null, findings: AiReadinessAnswer["findings"]): string {
  const worst = findings.find(({ severity }) => severity === "error") ?? findings.find(({ severity }) => severity === "warning");
  const first = worst ? ` The first to mend: ${worst.title}` : "";
  return whyNot ? `${WORDS[verdict]} The page was not read: ${whyNot}` : `${WORDS[verdict]} ${countWords(findings)}.${first}`;
}

function notMeasured({ page, whyNot, content, payment }: Look): AiReadinessAnswer["not_measured"] {
  const found = [
    { id: "server", why: "Whether the server turns these robots away by name or address: it was asked under our own name." },
    { id: "scripts", why: "What scripts add to the page: it was read as it comes from the server." },
  ];
  if (whyNot) found.push({ id: "page", why: whyNot });
  else if (payment.asked) found.push({ id: "page", why: "It asks to be paid, and was not." });
  else if (page && !content) found.push({ id: "text", why: "The page is too complex for its text to be read." });
  return found;
}
