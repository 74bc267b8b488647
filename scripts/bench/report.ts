import { cpus, loadavg } from "node:os";
import type { SideResult } from "./measure";
import { type Row, rowsOf } from "./rows";
import { MODES, type Mode, SIDES, type SideName } from "./types";

const TITLES: Record<Mode, string> = {
  automine: "Automine: a block with each transaction, and one a second",
  blocks: "A block every 2 seconds",
};

/** What goes into the file: the figures of every side, and the lines of the table with their ratios. */
export function summarize(results: SideResult[]) {
  const tables = MODES.filter((mode) => results.some((r) => r.mode === mode)).map((mode) => ({ mode, rows: rowsOf(mode, results) }));
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    node: process.version,
    load: loadavg(),
    tables,
    results,
  };
}

/** The tables, for people. */
export function printReport({ tables, results, cores, node, load }: ReturnType<typeof summarize>): void {
  console.log(
    `\nOn ${cores} cores, Node ${node}; client, servers, chain and ledger on one machine, whose load is ${load[0]?.toFixed(1)} now.`,
  );
  console.log("CPU is that of server, facilitator and Postgres together; chain and client stand beside it.");
  for (const { mode, rows } of tables) {
    const sides = SIDES.filter((side) => results.some((r) => r.mode === mode && r.side === side));
    console.log(`\n${TITLES[mode]}\n`);
    console.log(line("", [...sides, ...ratioNames(sides)], "aim"));
    for (const row of rows) console.log(line(row.what, [...figures(row, sides), ...ratios(row, sides)], aimText(row)));
    for (const result of results.filter((r) => r.mode === mode)) for (const note of notes(result)) console.log(`  ${result.side}: ${note}`);
  }
}

const others = (sides: SideName[]) => (sides.includes("coinslot") ? sides.filter((side) => side !== "coinslot") : []);
const ratioNames = (sides: SideName[]) => others(sides).map((side) => `/ ${side}`);

function line(what: string, cells: string[], aim: string): string {
  return `${what.padEnd(30)}${cells.map((cell) => cell.padStart(11)).join("")}  ${aim}`.trimEnd();
}

function figures(row: Row, sides: SideName[]): string[] {
  return sides.map((side) => {
    const value = row.values[side];
    if (value === null || value === undefined) return "n/a";
    return value.toLocaleString("en", { minimumFractionDigits: row.digits, maximumFractionDigits: row.digits });
  });
}

function ratios(row: Row, sides: SideName[]): string[] {
  return others(sides).map((side) => {
    const ratio = row.ratios[side];
    if (ratio === undefined || ratio === 0) return "";
    return ratio >= 1 ? `${ratio.toFixed(ratio < 10 ? 2 : 1)}x` : `1/${(1 / ratio).toFixed(1 / ratio < 10 ? 2 : 1)}`;
  });
}

function aimText({ aim }: Row): string {
  if (!aim) return "";
  return `${aim.text} ${aim.met === null ? "" : aim.met ? "✓" : "✗"}`;
}

/** What the table has no room for: answers that should not have been, and loads that ended early. */
function notes({ stages, copies }: SideResult): string[] {
  const odd = stages.filter((s) => s.errors > 0).map((s) => `${s.kind}, ${s.concurrent} at once: ${JSON.stringify(s.statuses)}`);
  const dry = stages.filter((s) => s.ranDry).map((s) => `${s.concurrent} at once used up all signed payments before its time was over`);
  return [...odd, ...dry, ...(copies ? [`50 copies of one payment were answered ${JSON.stringify(copies.statuses)}`] : [])];
}
