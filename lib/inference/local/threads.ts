import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { FairQueue } from "@/lib/fairQueue";
import { type ThreadPool, threadPool } from "./threadPool";

/** The works that threads do; each is a file of `workers`. */
type Work = "ocr" | "embed";

const WAITING = 8;
const MOST_THREADS = 3;

const KEY = Symbol.for("coinslot.inferenceThreads");
type Threads = { queue: FairQueue; pools: Record<Work, ThreadPool> };

function threads(): Threads {
  const holder = globalThis as { [KEY]?: Threads };
  holder[KEY] ??= make();
  return holder[KEY];
}

/** Of several threads one is left to the other kinds of work; with one core there is only one to share. */
function make(): Threads {
  const slots = Math.min(MOST_THREADS, availableParallelism());
  const laneSlots = Math.max(1, slots - 1);
  const fileOf = (work: Work) => join(process.cwd(), "lib", "inference", "local", "workers", `${work}.mjs`);
  return {
    queue: new FairQueue({ slots, laneSlots, laneWaiting: WAITING }),
    pools: { ocr: threadPool(fileOf("ocr"), laneSlots), embed: threadPool(fileOf("embed"), laneSlots) },
  };
}

/** Has a thread do the task when its turn comes. Refuses `queue_full`, `too_slow` and `model_failed`. */
export async function inThread<Answer>(work: Work, task: object, signal: AbortSignal, moved?: ArrayBuffer[]): Promise<Answer> {
  const { queue, pools } = threads();
  return queue.run(work, signal, () => pools[work].run<Answer>(task, signal, moved));
}

/** Ends all threads at once; the next task starts new ones. */
export async function endThreads(): Promise<void> {
  await Promise.all(Object.values(threads().pools).map((pool) => pool.end()));
}
