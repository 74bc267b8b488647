/** The market in one process tree: `npm start` and `npm run dev` end up here. */
import { mkdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { holdChildren } from "../lib/devnet/children";
import { greet } from "../lib/devnet/greet";
import type { Market } from "../lib/devnet/market";
import { type Lock, takeLock } from "../lib/devnet/marketLock";
import { type Plan, readPlan } from "../lib/devnet/readPlan";
import { removeData } from "../lib/devnet/startDevnet";
import { startMarket } from "../lib/devnet/startMarket";
import { createProgress } from "./bootstrap/progress.mjs";

const { values: flags } = parseArgs({
  options: {
    dev: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    volatile: { type: "boolean", default: false },
    dir: { type: "string", default: ".coinslot" },
  },
});

function fail(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

function plan(): Plan {
  try {
    return readPlan(process.env);
  } catch (error) {
    fail(error);
  }
}

const root = resolve(import.meta.dirname, "..");
const dir = resolve(root, flags.dir);
const chosen = plan();
mkdirSync(dir, { recursive: true });
if (flags.fresh && chosen.network === "real") fail("--fresh would drop the ledger of real payments, so it goes with the local chain only.");
const taken = await takeLock(dir);
if ("pid" in taken) {
  const where = taken.url ? `It runs already at ${taken.url}` : "It is starting already";
  console.log(`${where} (process ${taken.pid}).${flags.fresh ? " Stop it before you start over with --fresh." : ""}`);
  process.exit(flags.fresh ? 1 : 0);
}

const lock: Lock = taken;
if (flags.fresh) removeData(dir);
const children = holdChildren(resolve(dir, "logs"));
lock.update({ guard: children.guardPid ?? null, url: null });
const progress = createProgress();
let stopMarket = children.stopAll;
let ending = false;

async function end(code: number, why?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (why) console.error(`\n${why}\n`);
  // The terminal may be gone already; putting the children to bed matters more than saying so.
  await progress.step("Stopped", stopMarket).catch(() => {});
  lock.release();
  process.exit(code);
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
process.on("disconnect", () => end(1));

try {
  const running = await startMarket({ root, dir, plan: chosen, children, step: progress.step, dev: flags.dev, volatile: flags.volatile });
  stopMarket = running.stop;
  announce(running.market);
  await children.crashed;
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

function announce(market: Market): void {
  lock.update({ guard: children.guardPid ?? null, url: market.url });
  console.log(greet(market, relative(root, dir) || dir));
}
