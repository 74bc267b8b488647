import type { Run, WebRow } from "./types";

const HEAD = ["tool", "example", "calls/s", "pages/s", "p50 ms", "p95 ms", "50: p95 ms", "50: MB", "above idle", "no answer"];

/** The rows as a table of plain text. */
export function tableOf(rows: readonly WebRow[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return cells.map(line).join("\n");
}

function cellsOf({ slug, example, ten, fifty, idleMb, crowdMb }: WebRow): string[] {
  const above = idleMb === null || crowdMb === null ? "–" : `+${Math.max(0, Math.round(crowdMb - idleMb))}`;
  return [
    slug,
    example,
    rate(ten.ms.length, ten),
    rate(ten.pages, ten),
    share(ten.ms, 0.5),
    share(ten.ms, 0.95),
    share(fifty.ms, 0.95),
    crowdMb === null ? "–" : String(Math.round(crowdMb)),
    above,
    refusals(ten, fifty),
  ];
}

function rate(count: number, { wallMs }: Run): string {
  return ((count * 1_000) / wallMs).toFixed(1);
}

function share(ms: readonly number[], part: number): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return at === undefined ? "–" : at.toFixed(at < 10 ? 1 : 0);
}

function refusals(...runs: Run[]): string {
  const sums = new Map<string, number>();
  for (const { refused } of runs) for (const [reason, count] of Object.entries(refused)) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].map(([reason, count]) => `${count} ${reason}`).join(", ") || "0";
}
