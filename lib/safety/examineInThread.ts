import "server-only";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import type { Piscina } from "piscina";
import { ToolRefusal } from "@/lib/tools/refusal";
import type { Examined } from "./lab/examine";
import type { Ground, Questions } from "./lab/ground";
import type { Answered, Asked } from "./lab/worker";

/** Trying a token takes a second of one core at the most, mostly; what takes so much more was made to. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 };
const THREADS = 2;
const WAITING = 24;
const IDLE_MS = 60_000;

const KEY = Symbol.for("coinslot.safetyThreads");
type Holder = { [KEY]?: Promise<Piscina> };

/** Runs what contracts do beside the server's own thread, so that no other call has to wait for it. */
export async function examineInThread(ground: Ground, questions: Questions, signal: AbortSignal): Promise<Examined> {
  const pool = await threads();
  if (pool.queueSize >= WAITING) {
    throw new ToolRefusal("busy", "Too many tokens are being tried.", {
      kind: "busy",
      hint: "Ask again in a moment.",
      retryAfterSeconds: 5,
    });
  }
  const { port1, port2 } = new MessageChannel();
  let trouble: unknown = null;
  port1.on("message", ({ id, kind, payload }: Asked) => {
    (questions[kind] as (payload: unknown) => Promise<unknown>)(payload).then(
      (value) => port1.postMessage({ id, value } satisfies Answered),
      (error: unknown) => {
        trouble ??= error;
        port1.postMessage({ id, error: "the main thread could not answer" } satisfies Answered);
      },
    );
  });
  try {
    return (await pool.run({ ground, port: port2 }, { transferList: [port2], signal })) as Examined;
  } catch (error) {
    // The thread only knows that it got no answer; why is known here.
    if (trouble) throw trouble;
    if (!signal.aborted) throw error;
    throw new ToolRefusal("too_slow", "The token could not be tried in time.", { kind: "timeout", cause: error });
  } finally {
    port1.close();
  }
}

/** Ends the threads; the next token starts others. */
export async function endSafetyThreads(): Promise<void> {
  const holder = globalThis as Holder;
  const pool = holder[KEY];
  delete holder[KEY];
  await (await pool)?.destroy();
}

function threads(): Promise<Piscina> {
  const holder = globalThis as Holder;
  holder[KEY] ??= start();
  return holder[KEY];
}

async function start(): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    // By its path, so that no bundler has to follow it; the loader that starts the market reads its TypeScript.
    filename: join(process.cwd(), "lib", "safety", "lab", "worker.ts"),
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: HEAP,
    // It runs what strangers wrote: it gets to see no key of the market.
    env: {},
    // Otherwise an idle thread sleeps so deeply that its own timers stand still.
    atomics: "disabled",
  });
  pool.on("error", () => undefined);
  return pool;
}
