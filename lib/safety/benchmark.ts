import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const share = z.object({ right: z.number().int(), of: z.number().int() });

const half = z.object({
  half: z.enum(["seen", "heldout"]),
  contracts: z.number().int(),
  avoid: share,
  caution: share,
  falseAvoid: share,
  cleanAsCaution: share,
  unknown: share,
  named: share,
  pairs: share,
  behaviours: z.array(z.object({ behaviour: z.string(), title: z.string(), contracts: z.number().int(), right: z.number().int() })),
});

const benchmark = z.object({
  date: z.string(),
  commit: z.string(),
  halves: z.array(half),
  http: z.object({ p50Ms: z.number(), p95Ms: z.number() }).nullable(),
  engine: z.object({
    p50Ms: z.number(),
    p95Ms: z.number(),
    tripsP50: z.number(),
    tripsMost: z.number(),
    callsP50: z.number(),
    latencyMs: z.number(),
  }),
});

export type Benchmark = z.infer<typeof benchmark>;

/** The figures that `npm run bench:safety -- --write` kept; null where it kept none, or in another shape. */
export function readBenchmark(file = join(process.cwd(), "lib/tools/token-safety/benchmark.json")): Benchmark | null {
  try {
    return benchmark.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
