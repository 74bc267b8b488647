/** `npm run bench`: what the market does on this machine, beside the barest route of the same server in the same run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { holdChildren } from "@/lib/devnet/children";
import { readPlan } from "@/lib/devnet/readPlan";
import { startMarket } from "@/lib/devnet/startMarket";
import { createProgress } from "../bootstrap/progress.mjs";
import { each, forSeconds, type LoadResult, load } from "./load";
import { signedCalls, unpaidCall } from "./payments";

const SECONDS = 5;
const CONCURRENT = [1, 10, 50];
const root = resolve(import.meta.dirname, "../..");
const dir = mkdtempSync(join(tmpdir(), "coinslot-bench-"));
const children = holdChildren(join(dir, "logs"));
const progress = createProgress();
process.on("SIGINT", () => void children.stopAll().then(() => process.exit(1)));

type Row = { what: string; concurrent: number } & LoadResult;

async function measure(): Promise<Row[]> {
  const plan = readPlan({ PORT: "4300" });
  const { market } = await startMarket({ root, dir, plan, children, step: progress.step, volatile: true });
  const bare = { path: "/api/live", method: "GET" as const, headers: {}, body: "" };
  const rows: Row[] = [];
  const run = async (what: string, concurrent: number, next: () => ReturnType<typeof each>) => {
    const result = await progress.step(`${what}, ${concurrent} at once`, () => load(market.url, concurrent, next()));
    rows.push({ what, concurrent, ...result });
  };
  await load(market.url, 10, forSeconds(1, bare));
  await load(market.url, 10, forSeconds(1, unpaidCall(market)));
  await run("bare route", 50, () => forSeconds(SECONDS, bare));
  await run("unpaid 402", 50, () => forSeconds(SECONDS, unpaidCall(market)));
  await load(market.url, 10, each(await progress.step("Signatures", () => signedCalls(market, 10, 100))));
  for (const concurrent of CONCURRENT) {
    const calls = await progress.step("Signatures", () => signedCalls(market, Math.max(concurrent, 2), concurrent === 1 ? 100 : 400));
    await run("paid call", concurrent, () => each(calls));
  }
  return rows;
}

function report(rows: Row[]): void {
  const ceiling = rows[0]?.perSecond ?? 1;
  const cell = (value: string | number, width: number) => String(value).padStart(width);
  console.log(
    `\nOn ${cpus().length} cores, ${process.version}; client, site, chain and ledger on one machine. A paid call runs token-safety for real.\n`,
  );
  console.log(
    `${"".padEnd(14)}${cell("at once", 9)}${cell("calls/s", 10)}${cell("p50 ms", 9)}${cell("p99 ms", 9)}${cell("of bare", 9)}  statuses; median ms of each step`,
  );
  for (const r of rows) {
    const steps = Object.entries(r.steps)
      .map(([step, ms]) => `${step} ${ms.toFixed(1)}`)
      .join(", ");
    const numbers = [cell(r.concurrent, 9), cell(r.perSecond.toFixed(0), 10), cell(r.p50.toFixed(1), 9), cell(r.p99.toFixed(1), 9)];
    console.log(
      `${r.what.padEnd(14)}${numbers.join("")}${cell(`${((r.perSecond / ceiling) * 100).toFixed(0)} %`, 9)}  ${JSON.stringify(r.statuses)} ${steps}`,
    );
  }
  mkdirSync(join(root, ".coinslot"), { recursive: true });
  writeFileSync(
    join(root, ".coinslot", "bench.json"),
    `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, rows }, null, 2)}\n`,
  );
  console.log("\nThe same as JSON: .coinslot/bench.json");
}

let code = 0;
try {
  report(await Promise.race([measure(), children.crashed]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  code = 1;
} finally {
  await children.stopAll();
  rmSync(dir, { recursive: true, force: true });
}
process.exit(code);
