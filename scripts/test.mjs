/**
 * `npm test`: every check and test of the house on a market of its own, beside any that runs. `--no-browser` leaves out
 * what needs a browser. The last line is the sum of all.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, installCommands } from "./bootstrap/chromium.mjs";
import { node24, TYPESCRIPT } from "./bootstrap/handOver.mjs";
import { ensurePackages, ROOT } from "./bootstrap/install.mjs";
import { createProgress } from "./bootstrap/progress.mjs";
import { createRunner } from "./bootstrap/runner.mjs";
import { closingLine, honest, sum, tallyPlaywright, tallyVitest } from "./bootstrap/tally.mjs";

const DIST = ".next-test";
const DIR = join(".coinslot", "test");
const browser = !process.argv.includes("--no-browser");
const progress = createProgress();
const reports = mkdtempSync(join(tmpdir(), "coinslot-test-"));
const tallies = [];
const troubles = [];

class StepFailed extends Error {}

try {
  await ensurePackages(progress);
  const clients = join(ROOT, "e2e", "clients");
  if (existsSync(join(clients, "package.json"))) await ensurePackages(progress, clients, "Foreign clients");
} catch (error) {
  console.error(error.message);
  console.log(closingLine({ passed: 0, failed: 1, skipped: 0 }));
  process.exit(1);
}

const runner = createRunner();
const node = node24();
const program = (path, ...args) => [node, join(ROOT, "node_modules", ...path.split("/")), ...args];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    await runner.close();
    process.exit(130);
  });
}

/** Runs one step, counts it and goes on: one failure must not hide the next. */
async function step(name, work) {
  try {
    await progress.step(name, async () => {
      const { tally, output } = await work();
      tallies.push(tally);
      if (tally.failed > 0) throw new StepFailed(output);
    });
    return true;
  } catch (error) {
    if (!(error instanceof StepFailed)) tallies.push({ passed: 0, failed: 1, skipped: 0 });
    const text = (error instanceof StepFailed ? error.message : String(error.stack ?? error)).trim();
    troubles.push(name);
    const lines = text
      .split("\n")
      .slice(-400)
      .map((line) => (line.length > 500 ? `${line.slice(0, 500)}…` : line));
    progress.say(`\n── ${name} ──\n${lines.join("\n")}\n`);
    return false;
  }
}

/** A check passes or fails as one; several commands make one check. */
const check = (name, commands, limitMs = 180_000) =>
  step(name, async () => {
    for (const command of commands) {
      const { code, output } = await runner.run(command, { limitMs });
      if (code !== 0) return { tally: { passed: 0, failed: 1, skipped: 0 }, output };
    }
    return { tally: { passed: 1, failed: 0, skipped: 0 }, output: "" };
  });

const tests = (name, command, { file, count, env, limitMs }) =>
  step(name, async () => {
    const { code, output } = await runner.run(command, { env, limitMs });
    const tally = honest(code, existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : null);
    return { tally, output };
  });

const vitest = (name, project, { env = {}, limitMs }) => {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--config", ".config/vitest.config.ts", "--project", project, "--passWithNoTests"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return tests(name, program("vitest/vitest.mjs", ...args, ...reporters), { file, count: tallyVitest, env, limitMs });
};

/**
 * Next adds a build's folder to tsconfig.json and lays the file out anew. The tests' build is nobody else's business, so
 * the file gets its own words back.
 */
function keepTsconfig() {
  const file = join(ROOT, "tsconfig.json");
  const before = readFileSync(file, "utf8");
  return () => {
    if (readFileSync(file, "utf8") !== before) writeFileSync(file, before);
  };
}

/** Starts the tests' own market; answers where its description is, or null when it did not come up. */
async function openMarket() {
  const args = ["scripts/market.ts", "--dir", DIR, "--fresh", "--volatile"];
  const market = runner.start([node, ...TYPESCRIPT, ...args], { env: { NEXT_DIST_DIR: DIST, PORT: "3402" }, ipc: true });
  let ended = false;
  market.ended.then(() => {
    ended = true;
  });
  for (let waited = 0; waited < 360_000 && !ended; waited += 100) {
    if (market.output().includes("Coinslot is open at")) return join(ROOT, DIR, "market.json");
    await new Promise((done) => setTimeout(done, 100));
  }
  const reason = ended ? "The market for the tests did not open." : "The market for the tests hung.";
  throw new StepFailed(`${reason}\n${market.output()}`);
}

async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const { system, fallback } = installCommands(ROOT);
  let log = "";
  const attempt = async (command) => {
    progress.hint(command.join(" "));
    const { code, output } = await runner.run(command, { limitMs: 300_000, env: { DEBIAN_FRONTEND: "noninteractive" } });
    log += `$ ${command.join(" ")} (code ${code})\n${output.split("\n").slice(-15).join("\n")}\n`;
    return code === 0;
  };
  // An outdated list of one mirror fails the update, and the installation may work all the same.
  for (const command of system) await attempt(command);
  if (!findChromium()) await attempt(fallback);
  const now = findChromium();
  if (now) return now;
  throw new StepFailed(`No Chromium could be installed. Install one and set CHROMIUM_PATH to it.\n${log}`);
}

async function main() {
  // These come first and alone: the build writes into files that they read.
  await check("Lint", [program("@biomejs/biome/bin/biome", "check", "--config-path", ".config/lint.json", "--colors=off", ".")]);
  rmSync(join(ROOT, DIST, "types"), { recursive: true, force: true });
  const typegen = program("next/dist/bin/next", "typegen");
  await check("Types", [typegen, program("typescript/bin/tsc", "--noEmit", "--incremental", "false")], 240_000);

  let market = null;
  let chromium = null;
  const opening = step("Market", async () => {
    const restore = keepTsconfig();
    market = await openMarket().finally(restore);
    return { tally: { passed: 0, failed: 0, skipped: 0 }, output: "" };
  });
  const checks = (async () => {
    await check("Boundaries", [[node, "scripts/check-deps.mjs"]]);
    await check("Unused code", [program("knip/bin/knip.js", "--config", ".config/knip.json")]);
    if (browser && !findChromium()) {
      await step("Chromium", async () => {
        await ensureChromium();
        return { tally: { passed: 0, failed: 0, skipped: 0 }, output: "" };
      });
    }
    chromium = findChromium();
  })();
  await Promise.all([opening, checks]);
  await vitest("Unit tests", "unit", { limitMs: 600_000 });
  if (!market) return;
  await vitest("Integration tests", "integration", { env: { COINSLOT_MARKET: market }, limitMs: 1_500_000 });
  if (!browser || !chromium) return;
  const file = join(reports, "browser.json");
  const env = { COINSLOT_MARKET: market, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const command = program("@playwright/test/cli.js", "test", "--config", ".config/playwright.config.ts", "--reporter=list,json");
  await tests("Browser tests", command, { file, count: tallyPlaywright, env, limitMs: 900_000 });
}

const started = performance.now();
await main();
await progress.step("Market closed", () => runner.close());
rmSync(reports, { recursive: true, force: true });
const total = sum(tallies);
const failed = troubles.length > 0 ? `\nFailed: ${troubles.join(", ")}.` : "";
console.log(`${failed}\nAll of it took ${Math.round((performance.now() - started) / 1000)} s.`);
process.exitCode = total.failed > 0 ? 1 : 0;
process.stdout.write(`${closingLine(total)}\n`);
