import { BEHAVIOURS } from "@/lib/devnet/tokens/behaviours";
import type { Half, HalfFigures, Result, Share } from "./types";

/** A verdict that is fair: the one deserved, or one that good judges may give as well. */
export function isFair({ placed: { row }, answered: { got } }: Result): boolean {
  return got !== "refused" && (got === row.deserves || (row.accepts ?? []).includes(got));
}

/** Whether a failing check names the real reason; of an `ok` there is nothing to name. */
export function isNamed({ placed: { row }, answered: { trouble } }: Result): boolean {
  return trouble.some(({ id, status }) => status === "fail" && row.names.includes(id));
}

/** The figures of one half. */
export function score(half: Half, all: readonly Result[]): HalfFigures {
  const results = all.filter(({ placed }) => placed.half === half);
  const got = (result: Result) => result.answered.got;
  const deserving = (verdict: string) => results.filter(({ placed }) => placed.row.deserves === verdict);
  const fairEnough = (result: Result, verdict: "avoid" | "caution") => (result.placed.row.accepts ?? []).includes(verdict);
  const better = results.filter((r) => r.placed.row.deserves !== "avoid" && !fairEnough(r, "avoid"));
  const clean = deserving("ok").filter((r) => !fairEnough(r, "caution"));
  const decided = results.filter(({ placed }) => placed.row.deserves !== "unknown");
  const right = results.filter((r) => r.placed.row.names.length > 0 && (isFair(r) || got(r) === "avoid") && got(r) !== "ok");
  return {
    half,
    contracts: results.length,
    avoid: share(deserving("avoid"), (r) => got(r) === "avoid"),
    caution: share(deserving("caution"), (r) => got(r) === "caution" || got(r) === "avoid" || isFair(r)),
    falseAvoid: share(better, (r) => got(r) === "avoid"),
    cleanAsCaution: share(clean, (r) => got(r) === "caution"),
    unknown: share(decided, (r) => got(r) === "unknown" || got(r) === "refused"),
    named: share(right, isNamed),
    pairs: pairs(results),
    behaviours: Object.entries(BEHAVIOURS).flatMap(([behaviour, title]) => {
      const own = results.filter(({ placed }) => placed.row.behaviour === behaviour);
      return own.length === 0 ? [] : [{ behaviour, title, contracts: own.length, right: own.filter(isFair).length }];
    }),
  };
}

function share(results: readonly Result[], test: (result: Result) => boolean): Share {
  return { right: results.filter(test).length, of: results.length };
}

function pairs(results: readonly Result[]): Share {
  const byId = new Map(results.map((result) => [result.placed.row.id, result]));
  const both = results.flatMap((twin) => {
    const original = byId.get(twin.placed.row.twinOf ?? "");
    return original ? [[original, twin] as const] : [];
  });
  const apart = both.filter(([original, twin]) => original.answered.got === "avoid" && isFair(twin));
  return { right: apart.length, of: both.length };
}

/** The value below which this part of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
