import type { SeoAuditAnswer, SeoIssue } from "@/lib/tools/seo-audit/schema";
import type { Tone } from "../parts/Mark";

export const CATEGORY_WORDS: Record<SeoIssue["category"], string> = {
  crawl: "Crawling",
  head: "Head",
  content: "Content",
  links: "Links",
  performance: "Server speed",
  images: "Images",
  structured_data: "Structured data",
  social: "Sharing",
  international: "Languages",
  security: "Security",
  ai: "AI",
};

/** From here on a score is good, and below the second one it is bad. */
const GOOD = 90;
const FAIR = 60;

export function scoreLook(score: number): { tone: Tone; word: string; color: string } {
  if (score >= GOOD) return { tone: "good", word: "Good", color: "text-v-ok" };
  return score >= FAIR ? { tone: "warn", word: "Fair", color: "text-v-caution" } : { tone: "bad", word: "Poor", color: "text-v-avoid" };
}

/** Where something stands, in a line: the selector, the header, the line of robots.txt. */
export function spotWords({ selector, header, line }: SeoIssue["where"][number]): string | null {
  if (selector) return selector;
  if (header) return `header ${header}`;
  return line === undefined ? null : `robots.txt, line ${line}`;
}

/** What was not measured, by the reason: one reason often holds for many checks. */
export function byReason(list: SeoAuditAnswer["not_measured"]): { why: string; ids: string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { id, why } of list) reasons.set(why, [...(reasons.get(why) ?? []), id]);
  return [...reasons].map(([why, ids]) => ({ why, ids }));
}

/** "/bread" of "https://example.com/bread". */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
