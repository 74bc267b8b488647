import type { PageFacts, SiteFacts, Spot } from "../facts";

export const LEVELS = ["error", "warning", "notice"] as const;
export type Level = (typeof LEVELS)[number];

/** What each part weighs in the score; together 100. */
export const WEIGHTS = {
  crawl: 22,
  head: 16,
  content: 14,
  links: 10,
  performance: 8,
  images: 7,
  structured_data: 7,
  social: 5,
  international: 4,
  security: 4,
  ai: 3,
} as const;
export type Category = keyof typeof WEIGHTS;

/** One place where a fault was found. */
export type Found = { text: string; page?: string; spot?: Spot; header?: string; line?: number; url?: string };

/** Faults (none: it passes), nothing to judge, or why it can't be told. */
export type Look = readonly Found[] | "not_applicable" | { unknown: string };

type Said = {
  id: string;
  category: Category;
  level: Level;
  /** What is wrong, why it matters, and what to do. */
  title: string;
  why: string;
  mend: string;
  /** A page with this fault can't be found at all, however good the rest of it is. */
  blocking?: true;
};

export type PageCheck = Said & { of: "page"; look: (page: PageFacts, site: SiteFacts) => Look };
/** Once for the site; `pages` begins with the one that was asked for. */
export type SiteCheck = Said & { of: "site"; look: (site: SiteFacts, pages: readonly PageFacts[]) => Look };
/** Holds pages against each other: needs two at least. */
export type PagesCheck = Said & { of: "pages"; look: (pages: readonly PageFacts[], site: SiteFacts) => Look };

export type Check = PageCheck | SiteCheck | PagesCheck;

export const PASSES: readonly Found[] = [];

/** A fault with one place, or none. */
export function when(faulty: boolean, found: () => Found): readonly Found[] {
  return faulty ? [found()] : PASSES;
}

export function cut(text: string, longest = 120): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
