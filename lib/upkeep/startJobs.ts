import "server-only";
import { log } from "@/lib/log";
import { proofParts } from "@/lib/sellers/proofs/parts";
import { recheckProofs } from "@/lib/sellers/proofs/recheck";
import { webhooks } from "@/lib/webhooks/webhooks";

/** What is done beside the settlement, without a request; each at its own pace. Who else does it at the same time is the job's to find out. */
const JOBS: { name: string; everyMs: number; work: () => Promise<unknown> }[] = [
  { name: "proofs", everyMs: 60_000, work: () => recheckProofs(proofParts()) },
];

const KEY = Symbol.for("coinslot.jobs");
type Holder = { [KEY]?: { stop: () => void } };

/** Starts this process's jobs, once. On `globalThis`, since Next gives routes copies of a module. */
export function startJobs(): { stop: () => void } {
  const holder = globalThis as Holder;
  webhooks();
  holder[KEY] ??= start();
  return holder[KEY];
}

function start(): { stop: () => void } {
  const timers = JOBS.map(({ name, everyMs, work }) => {
    let running = false;
    const turn = async () => {
      if (running) return;
      running = true;
      await work().catch((error: unknown) => log("warn", "job_failed", { job: name, error }));
      running = false;
    };
    const timer = setInterval(() => void turn(), everyMs);
    timer.unref();
    return timer;
  });
  return { stop: () => timers.forEach((timer) => void clearInterval(timer)) };
}
