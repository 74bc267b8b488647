/** `npm run bench`: Coinslot beside the official x402 servers, each on a fresh chain, with the same client in the same run. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSite } from "@/lib/devnet/buildSite";
import { ensurePackages } from "../bootstrap/install.mjs";
import { createProgress } from "../bootstrap/progress.mjs";
import { openGround } from "./ground";
import { startLoader } from "./loader";
import { measure, type SideResult } from "./measure";
import { type Options, readOptions } from "./options";
import { printReport, summarize } from "./report";
import { needsBuild, officialFolder, openSide } from "./sides";
import type { Mode, SideName } from "./types";

const root = resolve(import.meta.dirname, "../..");
const file = join(root, ".coinslot", "bench.json");
const progress = createProgress();
/** Ends whatever runs at the moment. */
let stop: () => Promise<void> = async () => {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop().then(() => process.exit(130)));

async function prepare({ sides }: Options): Promise<void> {
  if (sides.some((side) => side !== "coinslot")) await ensurePackages(progress, officialFolder(root), "Official servers");
}

async function measureSide(name: SideName, mode: Mode, options: Options): Promise<SideResult> {
  const ground = await progress.step(`${name}: chain`, () => openGround(root, mode));
  const loader = startLoader();
  stop = async () => {
    loader.stop();
    await ground.stop();
  };
  const work = async () => {
    const folder = needsBuild(name, root);
    if (folder) await progress.step(`${name}: build`, () => buildSite(folder, ground.children));
    const side = await progress.step(`${name}: server`, () => openSide(name, mode, root, ground));
    return measure({ name, mode, side, ground, loader, options, step: progress.step });
  };
  try {
    return await Promise.race([work(), ground.children.crashed]);
  } finally {
    await stop();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  await prepare(options);
  const results: SideResult[] = [];
  for (const mode of options.modes) for (const name of options.sides) results.push(await measureSide(name, mode, options));
  const summary = summarize(results);
  printReport(summary);
  mkdirSync(join(root, ".coinslot"), { recursive: true });
  writeFileSync(file, `${JSON.stringify(summary, null, 2)}\n`);
  console.log("\nThe same as JSON: .coinslot/bench.json");
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
