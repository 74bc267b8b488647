import "server-only";
import { join } from "node:path";
import type { Piscina } from "piscina";
import type { ReadSpec } from "./types";

/** The largest description that is read; the API of GitHub is about as large. */
export const MOST_SPEC_BYTES = 16_000_000;

/** Reading the largest took a second and a third of the memory; what takes so much more was made to. */
const LONGEST_MS = 20_000;
const HEAP = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
const THREADS = 1;
const WAITING = 8;
const IDLE_MS = 30_000;

const KEY = Symbol.for("coinslot.specThread");
type Holder = { [KEY]?: Promise<Piscina> };

/**
 * A description (OpenAPI 3.0, 3.1, Swagger 2; JSON or YAML) as its operations. Nothing that it refers to is fetched or read.
 * Never throws for what is in the text: `spec_too_large`, `spec_not_parsable`, `spec_not_openapi`, `ref_not_allowed`,
 * `spec_too_deep`, `spec_too_slow`, `spec_without_operations`, and `spec_busy` where too many wait.
 */
export async function readSpec(text: string, { longestMs = LONGEST_MS } = {}): Promise<ReadSpec> {
  if (Buffer.byteLength(text) > MOST_SPEC_BYTES) {
    return refused("spec_too_large", `It is larger than ${MOST_SPEC_BYTES / 1e6} MB.`, "Leave out the operations that you don't sell.");
  }
  const pool = await thread();
  if (pool.queueSize >= WAITING) return refused("spec_busy", "Too many descriptions are being read.", "Try again in a minute.");
  try {
    return (await pool.run({ text }, { signal: AbortSignal.timeout(longestMs) })) as ReadSpec;
  } catch (cause) {
    if (!isTooMuch(cause)) throw cause;
    return refused(
      "spec_too_slow",
      "It takes more time or memory to read than the market gives it.",
      "Give a smaller or simpler description.",
    );
  }
}

function refused(code: string, message: string, hint: string): ReadSpec {
  return { ok: false, faults: [{ code, message, hint, line: null, pointer: null }] };
}

/** The thread ran out of time, of memory or of stack. Anything else is a fault of ours, and is not put on the document. */
function isTooMuch(cause: unknown): boolean {
  const { name, code } = cause as { name?: string; code?: string };
  return name === "AbortError" || name === "RangeError" || code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Ends the thread; the next description starts another. */
export async function endSpecThread(): Promise<void> {
  const holder = globalThis as Holder;
  const pool = holder[KEY];
  delete holder[KEY];
  await (await pool)?.destroy();
}

function thread(): Promise<Piscina> {
  const holder = globalThis as Holder;
  holder[KEY] ??= start();
  return holder[KEY];
}

async function start(): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    // By its path, so that no bundler has to follow it; the loader that starts the market reads its TypeScript.
    filename: join(process.cwd(), "lib", "specs", "read", "worker.ts"),
    execArgv: ["--import", "tsx"],
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: HEAP,
    // It reads what strangers wrote: it gets to see no key of the market.
    env: {},
    // Otherwise an idle thread sleeps so deeply that its own timers stand still.
    atomics: "disabled",
  });
  // Whoever waited for the thread is told by its own call.
  pool.on("error", () => undefined);
  return pool;
}
