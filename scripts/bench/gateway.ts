/** `npm run bench:gateway`: one upstream called directly, through a proxy, through a bare route and through the gateway, in one run. */
import { resolve } from "node:path";
import { connection } from "@/db/client";
import { buildSite, isBuilt } from "@/lib/devnet/buildSite";
import { createProgress } from "../bootstrap/progress.mjs";
import { fund } from "./chain";
import { type GatewaySide, openSides } from "./gateway/sides";
import { openGround } from "./ground";
import { type Loader, startLoader } from "./loader";
import type { LoadResult, Terms } from "./types";

const root = resolve(import.meta.dirname, "../..");
const progress = createProgress();
const USAGE = "npm run bench:gateway -- [--seconds 4] [--concurrency 1,10,50]";
const WALLETS = 100;
/** More than is paid in a second. */
const FASTEST = 1_500;

type Options = { seconds: number; levels: number[] };
type Measured = { side: GatewaySide; concurrent: number; result: LoadResult };

function readOptions(args: readonly string[]): Options {
  const options = { seconds: 4, levels: [1, 10, 50] };
  for (let at = 0; at < args.length; at += 2) {
    const [flag, value = ""] = [args[at], args[at + 1]];
    const numbers = value.split(",").map(Number);
    if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > 200)) throw new Error(USAGE);
    if (flag === "--seconds") options.seconds = numbers[0] ?? 4;
    else if (flag === "--concurrency") options.levels = numbers;
    else throw new Error(USAGE);
  }
  return options;
}

async function readTerms({ target }: GatewaySide): Promise<Terms> {
  const headers = { "content-type": "application/json" };
  const unpaid = await fetch(`${target.url}${target.echo}`, { method: "POST", headers, body: '{"text":"hello"}' });
  const header = Buffer.from(unpaid.headers.get("PAYMENT-REQUIRED") ?? "", "base64").toString();
  const [terms] = header ? (JSON.parse(header) as { accepts: Terms[] }).accepts : [];
  if (!terms) throw new Error(`${target.echo} answered ${unpaid.status} without terms: ${(await unpaid.text()).slice(0, 300)}`);
  return terms;
}

type Ready = { side: GatewaySide; load: (concurrent: number, seconds: number) => Promise<LoadResult> };

/** Whoever pays is known and everything is warm before anything is measured. */
async function prepare(side: GatewaySide, rpcUrl: string, { seconds, levels }: Options, loader: Loader): Promise<Ready> {
  const { kind, target } = side;
  const terms = kind === "paid" ? await readTerms(side) : null;
  if (terms) {
    await fund(rpcUrl, terms.asset, await loader.wallets(WALLETS));
    await progress.step(`${side.name}: signatures`, () => loader.sign(terms, (levels.length * seconds + 3) * FASTEST));
  }
  const load: Ready["load"] = (concurrent, time) => loader.load({ kind, target, concurrent, seconds: time, patienceMs: 30_000 });
  await progress.step(`${side.name}: warm-up`, () => load(10, 2));
  return { side, load };
}

/** The sides take turns, so that what else the machine does at a time meets all of them. */
async function measureAll(sides: Ready[], { seconds, levels }: Options): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const concurrent of levels) {
    for (const { side, load } of sides) {
      measured.push({
        side,
        concurrent,
        result: await progress.step(`${side.name}: ${concurrent} at once`, () => load(concurrent, seconds)),
      });
    }
  }
  return measured;
}

function print(measured: Measured[], { levels }: Options): void {
  for (const concurrent of levels) {
    const rows = measured.filter((one) => one.concurrent === concurrent);
    const bare = rows.find(({ side }) => side.name === "bare Next route")?.result;
    console.log(`\n${concurrent} at once               calls/s     p50 ms    p95 ms  errors   p50 ÷ bare route`);
    for (const { side, result } of rows) {
      const figures = [result.perSecond.toFixed(0), result.p50.toFixed(2), result.p95.toFixed(2), String(result.errors)];
      const ratio = bare ? (result.p50 / bare.p50).toFixed(2) : "";
      console.log(`${side.name.padEnd(24)}${figures.map((text) => text.padStart(9)).join(" ")}${ratio.padStart(15)}`);
      for (const [status, body] of Object.entries(result.samples)) console.log(`    ${status}: ${body.slice(0, 200)}`);
    }
    const p50 = (name: string) => rows.find(({ side }) => side.name === name)?.result.p50 ?? Number.NaN;
    const more = p50("gateway, paid") - p50("paid, without upstream");
    const bareCost = p50("bare Next route") - p50("directly");
    console.log(
      `A paid call through the gateway takes ${more.toFixed(2)} ms more than one without an upstream; a bare route adds ${bareCost.toFixed(2)} ms to the upstream's own ${p50("directly").toFixed(2)} ms.`,
    );
  }
}

const loaders: Loader[] = [];
let stop: () => Promise<void> = async () => {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop().then(() => process.exit(130)));
try {
  const options = readOptions(process.argv.slice(2));
  const ground = await progress.step("chain", () => openGround(root, "automine"));
  stop = async () => {
    for (const loader of loaders) loader.stop();
    await connection().close();
    await ground.stop();
  };
  if (!isBuilt(root)) await progress.step("build", () => buildSite(root, ground.children));
  const sides = await Promise.race([openSides(root, ground), ground.children.crashed]);
  const ready: Ready[] = [];
  for (const side of sides) {
    const loader = startLoader();
    loaders.push(loader);
    ready.push(await prepare(side, ground.rpcUrl, options, loader));
  }
  const measured = await measureAll(ready, options);
  print(measured, options);
  await stop();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop().catch(() => undefined);
  process.exit(1);
}
