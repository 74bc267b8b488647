import "server-only";
import { join } from "node:path";
import type { Piscina } from "piscina";
import { FairQueue } from "@/lib/fairQueue";
import { ToolRefusal } from "@/lib/tools/refusal";

/** What is done in threads, each a file of `workers`, which Node itself reads, so that no bundler has to follow it. */
type Work = "page" | "pdf";

const THREADS = 2;
const WAITING = 16;
const IDLE_MS = 30_000;
/** A page of a hundred thousand elements was seen to take two thirds of it; in MB. */
const HEAP = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 64 };
/** A large page takes a second; what takes so long was made to. */
const LONGEST_MS = 12_000;

const KEY = Symbol.for("coinslot.pageThreads");
type Threads = { queue: FairQueue; pool: Promise<Piscina> | null };
type Holder = { [KEY]?: Threads };

/**
 * Has a thread take a document apart: that may take long, and longer where a stranger wants it to. A thread that is given up
 * or that dies takes its document with it, and no other. Refuses `too_complex`, `too_slow` and `queue_full`.
 */
export async function inPageThread<Answer>(work: Work, task: object, outer: AbortSignal, moved: ArrayBuffer[] = []): Promise<Answer> {
  const all = threads();
  try {
    return await all.queue.run(work, outer, async () => {
      all.pool ??= start();
      const pool = await all.pool;
      const signal = AbortSignal.any([outer, AbortSignal.timeout(LONGEST_MS)]);
      return await pool.run(task, { filename: fileOf(work), signal, transferList: moved });
    });
  } catch (cause) {
    if (cause instanceof ToolRefusal) throw cause;
    if (outer.aborted) throw new ToolRefusal("too_slow", "The document was not read in time.", { kind: "timeout", cause });
    if (!isTooMuch(cause)) throw cause;
    throw new ToolRefusal("too_complex", "The document takes more time or memory to read than a call may have.", {
      hint: "Nothing was charged. A simpler page of the same site may do.",
      cause,
    });
  }
}

/** The thread ran out of time, of memory or of stack. Anything else is a fault of ours, and is not put on the document. */
function isTooMuch(cause: unknown): boolean {
  const { name, code } = cause as { name?: string; code?: string };
  return name === "AbortError" || name === "RangeError" || code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Ends all threads at once; the next task starts new ones. */
export async function endPageThreads(): Promise<void> {
  const all = threads();
  const { pool } = all;
  all.pool = null;
  await (await pool)?.destroy();
}

function threads(): Threads {
  const holder = globalThis as Holder;
  holder[KEY] ??= { queue: new FairQueue({ slots: THREADS, laneSlots: THREADS, laneWaiting: WAITING }), pool: null };
  return holder[KEY];
}

function fileOf(work: Work): string {
  return join(process.cwd(), "lib", "web", "extract", "workers", `${work}.mjs`);
}

async function start(): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: fileOf("page"),
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: HEAP,
    // It reads what strangers wrote: it gets to see no key of the market, and none of its own start options.
    env: {},
    execArgv: [],
    // Otherwise an idle thread sleeps so deeply that its own timers stand still.
    atomics: "disabled",
  });
  // Whoever waited for the thread is told by its own call.
  pool.on("error", () => undefined);
  return pool;
}
