/** `npm run bench:ledger`: how long the pages' queries take over a ledger of a million payments, or `-- --rows 10000000`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { connect } from "@/db/client";
import { holdChildren } from "@/lib/devnet/children";
import { migrateDatabase } from "@/lib/devnet/migrateDatabase";
import { startPostgres } from "@/lib/devnet/postgres";
import { createProgress } from "../bootstrap/progress.mjs";
import { fillLedger } from "./ledger/fill";
import { pageQueries, type Query } from "./ledger/queries";

const RUNS = 50;
const LIMIT_MS = 50;
/** A slow query is known to be slow after fewer runs. */
const PATIENCE_MS = 10_000;
type Timed = Query & { p50: number; p95: number; runs: number };

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const rows = Number(values.rows);
const dir = mkdtempSync(join(tmpdir(), "coinslot-ledger-"));
const children = holdChildren(join(dir, "logs"));
const progress = createProgress();
const close = async () => {
  await children.stopAll();
  rmSync(dir, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void close().then(() => process.exit(130)));

async function openLedger(): Promise<string> {
  const url = await progress.step("Postgres", () => startPostgres({ dir, children, volatile: true }));
  await migrateDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await progress.step(`${rows.toLocaleString("en")} payments`, () => fillLedger(sql, rows, progress.hint));
  await sql.end();
  return url;
}

async function time(url: string): Promise<Timed[]> {
  const { db, sql, close: disconnect } = connect(url);
  const [somebody] = await sql<{ id: string; transaction: string; payer: string }[]>`
    select id, transaction, payer from payments where transaction is not null order by id desc limit 1 offset ${Math.floor(rows / 3)}`;
  if (!somebody) throw new Error("The ledger is empty.");
  const timed: Timed[] = [];
  await progress.step("Queries", async () => {
    for (const query of pageQueries(somebody)) {
      progress.hint(`${query.page}: ${query.what}`);
      const times: number[] = [];
      const end = performance.now() + PATIENCE_MS;
      await query.run(db);
      while (times.length < RUNS && (times.length < 5 || performance.now() < end)) {
        const started = performance.now();
        await query.run(db);
        times.push(performance.now() - started);
      }
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
      timed.push({ ...query, p50: at(0.5), p95: at(0.95), runs: times.length });
    }
  });
  await disconnect();
  return timed;
}

function report(timed: Timed[]): void {
  console.log(`\n${"page".padEnd(10)}${"query".padEnd(28)}${"p50 ms".padStart(10)}${"p95 ms".padStart(10)}  under ${LIMIT_MS} ms`);
  for (const { page, what, p50, p95, runs } of timed) {
    const few = runs < RUNS ? `  (${runs} runs)` : "";
    console.log(
      `${page.padEnd(10)}${what.padEnd(28)}${p50.toFixed(1).padStart(10)}${p95.toFixed(1).padStart(10)}  ${p95 < LIMIT_MS ? "✓" : "✗"}${few}`,
    );
  }
  const slow = timed.filter(({ p95 }) => p95 >= LIMIT_MS).length;
  console.log(`\n${timed.length - slow} of ${timed.length} queries are under ${LIMIT_MS} ms with ${rows.toLocaleString("en")} payments.`);
}

let code = 0;
try {
  if (!Number.isInteger(rows) || rows < 1_000) throw new Error("--rows takes a number from 1000.");
  report(await Promise.race([openLedger().then(time), children.crashed]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  code = 1;
} finally {
  await close();
}
process.exit(code);
