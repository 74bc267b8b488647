import type { SafetyAnswer } from "@/lib/safety/answer/shape";

export type Missing = { why: string; checks: { id: string; title: string | null }[] };

/** What could not be checked, each reason once: a token without a pool has one reason for a dozen checks. */
export function missingByWhy({ not_checked, checks }: Pick<SafetyAnswer, "not_checked" | "checks">): Missing[] {
  const byWhy = new Map<string, Missing>();
  for (const { id, why } of not_checked) {
    const entry = byWhy.get(why) ?? { why, checks: [] };
    entry.checks.push({ id, title: checks.find((check) => check.id === id)?.title ?? null });
    byWhy.set(why, entry);
  }
  return [...byWhy.values()];
}
