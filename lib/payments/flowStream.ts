import "server-only";
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
/** The most of it that is kept for another look, in characters. */
const KEPT_LENGTH = 2_000_000;

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
  let kept = "";
  let over = false;
  const timers = startTimers(call, () => {
    stop();
    // Whoever reads hears of it now; a reader who neither reads nor leaves has left.
    setTimeout(() => void end("left"), GRACE_MS).unref();
  });
  const next = async (): Promise<string | null> => {
    const step = await source.next();
    if (step.done) return null;
    if (kept.length < KEPT_LENGTH) kept += step.value;
    return step.value;
  };
  const end = async (left?: FlowEnd) => {
    if (over) return;
    over = true;
    timers.stop();
    stop();
    const told = flow.told();
    await keep(call, { delivery: left ?? told.end, used: told.used, contentType: flow.contentType, body: kept });
  };
  const cancel = () => {
    timers.stop();
    stop();
    // What it was waiting for is over; its own end is of no interest.
    source.return?.().catch(() => undefined);
  };
  return { toReader: () => readable(next, end, cancel), collect: () => void drain(next, end), cancel };
}

function readable(next: () => Promise<string | null>, end: (left?: FlowEnd) => Promise<void>, cancel: () => void) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await next().catch((error: unknown) => brokenOff(error));
        if (part !== null) return controller.enqueue(encoder.encode(part));
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

async function drain(next: () => Promise<string | null>, end: () => Promise<void>): Promise<void> {
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

type Kept = { delivery: FlowEnd; used: bigint | null; contentType: string; body: string };

/** A ledger that is away now says later that the answer broke off, which is true of what it has. */
async function keep(call: PaidCall, kept: Kept): Promise<void> {
  await endFlow(connection().sql, call.id, { ...kept, body: kept.body.replaceAll("\u0000", ""), keepSeconds: ANSWER_KEPT_SECONDS }).catch(
    (error: unknown) => log("error", "ledger_behind", { payment: call.id, error }),
  );
}
