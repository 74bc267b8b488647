import "server-only";
import type { Piscina } from "piscina";
import { ToolRefusal } from "@/lib/tools/refusal";

/** An idle thread gives its models back. */
const IDLE_MS = 30_000;
/** Of JavaScript, in MB. What WebAssembly may hold each worker bounds itself. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

export type ThreadPool = {
  /** `moved`: memory of the task that goes over to the thread. Refuses `too_slow` and `model_failed`. */
  run: <Answer>(task: object, signal: AbortSignal, moved?: ArrayBuffer[]) => Promise<Answer>;
  end: () => Promise<void>;
};

/**
 * Up to `most` threads that run the default export of `file`, a file that Node itself reads. They start with the first task. An
 * aborted task ends its thread, and a thread that dies fails its task alone: the next task starts another.
 */
export function threadPool(file: string, most: number): ThreadPool {
  let started: Promise<Piscina> | undefined;
  const pool = () => {
    started ??= start(file, most);
    return started;
  };
  return {
    run: async (task, signal, moved = []) => {
      try {
        return await (await pool()).run(task, { signal, transferList: moved });
      } catch (cause) {
        throw refusalOf(cause, signal);
      }
    },
    end: async () => {
      const open = started;
      started = undefined;
      await (await open)?.destroy();
    },
  };
}

async function start(filename: string, most: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename,
    minThreads: 0,
    maxThreads: most,
    idleTimeout: IDLE_MS,
    resourceLimits: HEAP,
    // Models read what strangers send: they get to see no key of the market, and none of its own start options.
    env: {},
    execArgv: [],
    // Otherwise an idle thread sleeps so deeply that its own timers stand still.
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
