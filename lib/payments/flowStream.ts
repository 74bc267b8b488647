import "server-only";
import { createHash } from "node:crypto";
import { connection } from "@/db/client";
import { ANSWER_KEPT_SECONDS } from "@/db/queries/outcomes";
import { endFlow, holdFlow } from "@/db/queries/usages";
import { log } from "@/lib/log";
import type { FlowEnd } from "@/lib/tools/flow";
import type { PaidCall } from "./call";
import type { Ran } from "./run";

/** The longest that an answer may flow. */
const LONGEST_MS = 10 * 60_000;
const GRACE_MS = 5_000;
/** How often the ledger is told that it still does. */
const HOLD_MS = 20_000;
/** The most of it that is kept for another look. */
const KEPT_BYTES = 5_000_000;

export type Flowing = {
  /** At the reader's pace; a reader who leaves ends the source. */
  toReader: () => ReadableStream<Uint8Array>;
  /** Without a reader, to the end. */
  collect: () => void;
  /** Nobody will have it. */
  cancel: () => void;
};

/** An answer that flows, read once, whichever way; all of it is kept for the payer, and how it ended is recorded. */
export function flowStream(call: PaidCall, { flow, stop }: Ran & { kind: "flow" }): Flowing {
  const source = flow.parts[Symbol.asyncIterator]();
  const kept: Buffer[] = [];
  const hash = createHash("sha256");
  let size = 0;
  let over = false;
  const timers = startTimers(call, () => {
    stop();
    // Whoever reads hears of it now; a reader who neither reads nor leaves has left.
    setTimeout(() => void end("left"), GRACE_MS).unref();
  });
  const next = async (): Promise<Uint8Array | null> => {
    const step = await source.next();
    // Whoever left has this part no more: it must be neither kept nor counted.
    if (step.done || over) return null;
    const part = typeof step.value === "string" ? Buffer.from(step.value, "utf8") : Buffer.from(step.value);
    hash.update(part);
    if (size < KEPT_BYTES) kept.push(part);
    size += part.length;
    return part;
  };
  const end = async (left?: FlowEnd) => {
    if (over) return;
    over = true;
    timers.stop();
    stop();
    const told = flow.told();
    const body = Buffer.concat(kept);
    await keep(call, { delivery: left ?? told.end, used: told.used, contentType: flow.contentType, body, hash: hash.digest("hex") });
  };
  const cancel = () => {
    timers.stop();
    stop();
    // What it was waiting for is over; its own end is of no interest.
    source.return?.().catch(() => undefined);
  };
  return { toReader: () => readable(next, end, cancel), collect: () => void drain(next, end), cancel };
}

function readable(next: () => Promise<Uint8Array | null>, end: (left?: FlowEnd) => Promise<void>, cancel: () => void) {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await next().catch((error: unknown) => brokenOff(error));
        if (part !== null) return controller.enqueue(part);
        await end();
        controller.close();
      },
      async cancel() {
        cancel();
        await end("left");
      },
    },
    // Nothing is read ahead: the source goes at the reader's pace.
    { highWaterMark: 0 },
  );
}

async function drain(next: () => Promise<Uint8Array | null>, end: () => Promise<void>): Promise<void> {
  while ((await next().catch((error: unknown) => brokenOff(error))) !== null);
  await end();
}

/** A source should say in its last part that it failed; one that throws has nothing more to say. */
function brokenOff(error: unknown): null {
  log("warn", "flow_threw", { error });
  return null;
}

function startTimers(call: PaidCall, timeUp: () => void): { stop: () => void } {
  const hold = setInterval(() => {
    holdFlow(connection().sql, call.id).catch((error: unknown) => log("warn", "ledger_behind", { payment: call.id, error }));
  }, HOLD_MS);
  const longest = setTimeout(timeUp, LONGEST_MS);
  return {
    stop: () => {
      clearInterval(hold);
      clearTimeout(longest);
    },
  };
}

type Kept = { delivery: FlowEnd; used: bigint | null; contentType: string; body: Uint8Array; hash: string };

/** A ledger that is away now says later that the answer broke off, which is true of what it has. */
async function keep(call: PaidCall, kept: Kept): Promise<void> {
  await endFlow(connection().sql, call.id, { ...kept, keepSeconds: ANSWER_KEPT_SECONDS }).catch((error: unknown) =>
    log("error", "ledger_behind", { payment: call.id, error }),
  );
}
