/** `npm run bench:safety`: every contract of the range on a chain of its own, and what token-safety says of each. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openChains } from "./safety/open";
import { readOptions } from "./safety/options";
import { place } from "./safety/place";
import { quantile, score } from "./safety/score";
import { costsOf, figuresOf, lineOf } from "./safety/table";
import type { Answered, Benchmark, HalfFigures, Placed, Result } from "./safety/types";

const root = resolve(import.meta.dirname, "../..");

async function askAll(
  placed: readonly Placed[],
  ask: (token: Placed["token"]) => Promise<Answered>,
  atOnce: number,
  tell: (result: Result) => void,
) {
  const results: Result[] = [];
  const left = [...placed];
  const caller = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const result = { placed: next, answered: await ask(next.token) };
      results.push(result);
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, caller));
  return results;
}

function benchmarkOf(halves: HalfFigures[], engine: Result[], overHttp: Result[] | null, latencyMs: number): Benchmark {
  const ms = (results: Result[], part: number) =>
    Math.round(
      quantile(
        results.map(({ answered }) => answered.cost.ms),
        part,
      ),
    );
  const of = (key: "trips" | "calls", part: number) =>
    quantile(
      engine.map(({ answered }) => answered.cost[key]),
      part,
    );
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit,
    halves,
    http: overHttp && { p50Ms: ms(overHttp, 0.5), p95Ms: ms(overHttp, 0.95) },
    engine: {
      p50Ms: ms(engine, 0.5),
      p95Ms: ms(engine, 0.95),
      tripsP50: of("trips", 0.5),
      tripsMost: of("trips", 1),
      callsP50: of("calls", 0.5),
      latencyMs,
    },
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const chains = await openChains(root, options);
  try {
    const began = performance.now();
    const placed = await place(chains.rpcUrl, join(root, ".coinslot", "cache"), { ...options, salt: chains.salt });
    console.error(`${placed.length} contracts stand after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    const engine = await askAll(placed, chains.engine, options.atOnce, (result) => console.log(lineOf(result, options.verbose)));
    const overHttp = chains.customer ? await askAll(placed, await chains.customer(), options.atOnce, () => undefined) : null;
    const judged = overHttp ?? engine;
    const halves = (["seen", "heldout"] as const).map((half) => score(half, judged)).filter(({ contracts }) => contracts > 0);
    for (const half of halves) console.log(`\n${figuresOf(half)}`);
    console.log(
      `\n${costsOf(
        `the tool alone${options.latency > 0 ? `, ${options.latency} ms to the node` : ""}`,
        engine.map(({ answered }) => answered.cost),
      )}`,
    );
    if (overHttp)
      console.log(
        costsOf(
          "over HTTP, paid",
          overHttp.map(({ answered }) => answered.cost),
        ),
      );
    if (options.write) {
      const file = join(root, "lib/tools/token-safety/benchmark.json");
      writeFileSync(file, `${JSON.stringify(benchmarkOf(halves, engine, overHttp, options.latency), null, 2)}\n`);
    }
  } finally {
    await chains.stop();
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
