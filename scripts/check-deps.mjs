/** Runs dependency-cruiser over the house and makes sure that it really read it: a parser that fails reads nothing and finds nothing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { node24 } from "./bootstrap/handOver.mjs";
import { ROOT } from "./bootstrap/install.mjs";

const FEWEST_MODULES = 50;
const folders = ["app", "components", "lib", "db", "scripts", "e2e"].filter((name) => existsSync(join(ROOT, name)));
const cruiser = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
const args = [cruiser, "--config", ".config/dependency-cruiser.cjs", "--output-type", "json", ...folders];
const { stdout, stderr, error } = spawnSync(node24(), args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });

let report;
try {
  report = JSON.parse(stdout);
} catch {
  console.error(`dependency-cruiser gave no report. ${error?.message ?? ""}${stderr}`);
  process.exit(1);
}
const { violations, totalCruised } = report.summary;
for (const { rule, from, to, cycle } of violations) {
  const way = cycle?.length ? [from, ...cycle.map((c) => c.name ?? c)].join(" → ") : `${from} → ${to}`;
  console.error(`${rule.severity} ${rule.name}: ${way}`);
}
const own = report.modules.filter((m) => !m.source.includes("node_modules")).length;
console.log(`${own} modules of our own read (${totalCruised} in all), ${violations.length} violations.`);
if (own < FEWEST_MODULES) console.error(`Fewer than ${FEWEST_MODULES} modules were read, so this says nothing.`);
if (own < FEWEST_MODULES || violations.some((v) => v.rule.severity === "error")) process.exit(1);
