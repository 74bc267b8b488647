import type { Outcome } from "./checks/applyCheck";
import { type Category, type Level, WEIGHTS } from "./checks/check";

/** What a fault takes from the 100 of its category, if it is on every page that it could be on. */
export const TAKES: Readonly<Record<Level, number>> = { error: 40, warning: 15, notice: 4 };

/** More than this is not reached while something keeps the page from being found at all. */
export const CAP = 40;

export type CategoryScore = { id: Category; weight: number; taken: number; score: number | null };

export type Score = { value: number; before_cap: number; capped_by: string[]; categories: CategoryScore[] };

/** How much one outcome takes: its level's points, by the share of pages that have the fault. */
export function takenBy({ check, found, judged }: Outcome): number {
  if (found.length === 0) return 0;
  const affected = new Set(found.map(({ page }) => page ?? "")).size;
  const share = check.of === "site" || judged === 0 ? 1 : Math.min(1, affected / judged);
  return Math.round(TAKES[check.level] * share * 100) / 100;
}

/** Each category starts at 100 and loses what its faults take; the score is their mean, by weight. */
export function scoreOf(outcomes: readonly Outcome[], asked: string): Score {
  const categories = (Object.keys(WEIGHTS) as Category[]).map((id) => {
    const own = outcomes.filter(({ check }) => check.category === id);
    const taken = Math.round(own.reduce((sum, outcome) => sum + takenBy(outcome), 0) * 100) / 100;
    const judged = own.some((outcome) => outcome.judged > 0);
    return { id, weight: WEIGHTS[id], taken, score: judged ? Math.max(0, Math.round((100 - taken) * 100) / 100) : null };
  });
  const counted = categories.filter(({ score }) => score !== null);
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const mean = weight === 0 ? 0 : counted.reduce((sum, one) => sum + one.weight * (one.score ?? 0), 0) / weight;
  const capped_by = outcomes.filter((outcome) => bars(outcome, asked)).map(({ check }) => check.id);
  // Rounded down, so that 100 means no fault at all; the crumb is for what floating points lose.
  const before_cap = Math.floor(mean + 1e-9);
  return { value: capped_by.length > 0 ? Math.min(CAP, before_cap) : before_cap, before_cap, capped_by, categories };
}

/** What keeps the page that was asked for from being found; another page of the site may mean to stay hidden. */
function bars({ check, found }: Outcome, asked: string): boolean {
  return check.blocking === true && found.some(({ page }) => page === undefined || page === asked);
}
