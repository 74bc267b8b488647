import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Piscina } from "piscina";
import { ToolRefusal } from "@/lib/tools/refusal";
import { FairQueue } from "./fairQueue";

/** The works that threads do: each is a file of `workers`, which Node itself reads, so that no bundler has to follow it. */
export type Work = "ocr" | "embed";

/** An idle thread gives its models back. */
const IDLE_MS = 30_000;
/** Of JavaScript, in MB. What WebAssembly may hold each worker bounds itself. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };
const WAITING = 8;

const KEY = Symbol.for("coinslot.inferenceThreads");
type Threads = { queue: FairQueue; pools: Map<Work, Promise<Piscina>> };

/** One thread of several is left to the other kinds of work; with one core there is only one to share. */
function threads(): Threads {
  const slots = Math.min(3, availableParallelism());
  const holder = globalThis as { [KEY]?: Threads };
  holder[KEY] ??= {
    queue: new FairQueue({ slots, laneSlots: Math.max(1, slots - 1), laneWaiting: WAITING }),
    pools: new Map(),
  };
  return holder[KEY];
}

/**
 * Has `task` done by a thread when its turn comes. An aborted one leaves the queue or ends its thread; a thread that
 * dies is replaced with the next call. Refuses `queue_full`, `too_slow` and `model_failed`.
 */
export async function inThread<Answer>(work: Work, task: object, signal: AbortSignal, moved: ArrayBuffer[] = []): Promise<Answer> {
  const { queue } = threads();
  return queue.run(work, signal, async () => {
    try {
      return await (await poolOf(work)).run(task, { signal, transferList: moved });
    } catch (cause) {
      throw refusalOf(cause, signal);
    }
  });
}

/** Ends all threads at once, as tests want it at their end. */
export async function endThreads(): Promise<void> {
  const { pools } = threads();
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map(async (pool) => (await pool).destroy()));
}

function poolOf(work: Work): Promise<Piscina> {
  const { pools } = threads();
  const pool = pools.get(work) ?? startPool(work);
  pools.set(work, pool);
  return pool;
}

async function startPool(work: Work): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: join(process.cwd(), "lib", "inference", "local", "workers", `${work}.mjs`),
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(2, availableParallelism() - 1)),
    idleTimeout: IDLE_MS,
    resourceLimits: HEAP,
    // Models read what strangers send: they get to see no key of the market, and none of its own start options.
    env: {},
    execArgv: [],
    // Otherwise an idle thread sleeps so deeply that its timers stand still.
    atomics: "disabled",
  });
  // Whoever waited for the thread is told by its own call.
  pool.on("error", () => undefined);
  return pool;
}

function refusalOf(cause: unknown, signal: AbortSignal): ToolRefusal {
  if (signal.aborted) {
    return new ToolRefusal("too_slow", "The model did not finish in time.", { kind: "timeout", hint: "Send less at once.", cause });
  }
  return new ToolRefusal("model_failed", "The model broke off at this input.", {
    kind: "unavailable",
    hint: "Nothing was charged. Try once more; the same input may fail again.",
    cause,
  });
}
