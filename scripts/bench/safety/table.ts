import { isFair, isNamed, quantile } from "./score";
import type { Cost, HalfFigures, Result, Share } from "./types";

/** One line a contract: what it deserves, what it got, and whether the reason was named. */
export function lineOf(result: Result, verbose: boolean): string {
  const { placed, answered } = result;
  const { row } = placed;
  const mark = isFair(result) ? (row.names.length === 0 || isNamed(result) ? "  " : " ?") : " !";
  const failed = answered.trouble.filter(({ status }) => status === "fail").map(({ id }) => id);
  const line = `${mark} ${row.id.padEnd(44)} ${row.deserves.padEnd(8)} ${answered.got.padEnd(8)} ${answered.cost.ms.toFixed(0).padStart(6)} ms ${String(answered.cost.trips).padStart(3)}/${String(answered.cost.calls).padEnd(4)} ${failed.join(" ")}`;
  if (answered.got === "refused") return `${line} ${answered.summary}`;
  if (!verbose) return line;
  return [line, ...answered.trouble.map(({ id, status, text }) => `       ${status} ${id}: ${text}`)].join("\n");
}

export function figuresOf(f: HalfFigures): string {
  const rows: [string, Share, string][] = [
    ["avoid where deserved", f.avoid, ">= 95 %"],
    ["caution or worse where deserved", f.caution, ">= 98 %"],
    ["avoid where not deserved", f.falseAvoid, "0"],
    ["clean ones called caution", f.cleanAsCaution, "<= 5 %"],
    ["unknown", f.unknown, "<= 3 %"],
    ["the failing check names the reason", f.named, ""],
    ["pairs of malicious and benign told apart", f.pairs, ""],
  ];
  const lines = rows.map(
    ([what, share, aim]) => `  ${what.padEnd(42)} ${percent(share).padStart(6)}  ${share.right} of ${share.of}  ${aim}`,
  );
  const behaviours = f.behaviours.map(
    ({ title, contracts, right }) => `  ${title.padEnd(42)} ${right} of ${contracts}${right < contracts ? "  <" : ""}`,
  );
  return [`${f.half}: ${f.contracts} contracts`, ...lines.map((line) => line.trimEnd()), "", ...behaviours].join("\n");
}

export function costsOf(what: string, costs: readonly Cost[]): string {
  const of = (key: keyof Cost, part: number) =>
    quantile(
      costs.map((cost) => cost[key]),
      part,
    ).toFixed(0);
  const times = `p50 ${of("ms", 0.5)} ms, p95 ${of("ms", 0.95)} ms`;
  const trips = `round trips p50 ${of("trips", 0.5)}, most ${of("trips", 1)}; calls p50 ${of("calls", 0.5)}, most ${of("calls", 1)}`;
  return costs.some(({ trips: n }) => n > 0) ? `${what}: ${times}; ${trips}` : `${what}: ${times}`;
}

function percent({ right, of }: Share): string {
  return of === 0 ? "–" : `${((right * 100) / of).toFixed(1)} %`;
}
