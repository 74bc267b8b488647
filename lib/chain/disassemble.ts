import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { contractInfo } from "evmole";
import type { Hex } from "viem";

type Disassembly = ReturnType<typeof contractInfo>;

/** Honest code takes a tenth of this; code written to tie up its reader would take forever. */
const MOST_MS = 1_500;

// Loaded by path at run time: a bundler has no part in it.
const WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
const { contractInfo } = require(workerData);
parentPort.on("message", (code) => {
  try {
    parentPort.postMessage(contractInfo(code, { selectors: true, arguments: true, stateMutability: true, storage: true }));
  } catch {
    parentPort.postMessage(null);
  }
});`;

let worker: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** What the same code gave before, the oldest first. What could not be read in time is tried again. */
const kept = new Map<string, Disassembly>();
const MOST_KEPT = 300;

/** Reads functions and storage out of bytecode, beside the main thread; null when it can't, or not in time. */
export async function disassemble(code: Hex): Promise<Disassembly | null> {
  const key = createHash("sha256").update(code).digest("base64");
  const known = kept.get(key);
  if (known) return known;
  // One after another: a job's time begins when its own reading does.
  const job = queue.then(() => work(code));
  queue = job;
  const answer = await job;
  if (answer) keep(key, answer);
  return answer;
}

function keep(key: string, answer: Disassembly): void {
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function work(code: Hex): Promise<Disassembly | null> {
  worker ??= start();
  const current = worker;
  return new Promise((resolve) => {
    const finish = (answer: Disassembly | null, keep: boolean) => {
      clearTimeout(timer);
      current.removeAllListeners("message").removeAllListeners("error").unref();
      if (!keep) {
        worker = null;
        void current.terminate();
      }
      resolve(answer);
    };
    const timer = setTimeout(() => finish(null, false), MOST_MS);
    current.ref();
    current.once("message", (answer: Disassembly | null) => finish(answer, true));
    current.once("error", () => finish(null, false));
    current.postMessage(code);
  });
}

function start(): Worker {
  const path = createRequire(join(process.cwd(), "package.json")).resolve("evmole");
  const started = new Worker(WORKER, { eval: true, workerData: path });
  started.unref();
  return started;
}
