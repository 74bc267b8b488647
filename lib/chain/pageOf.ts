import { ToolRefusal } from "@/lib/tools/refusal";
import type { WindowAnswer } from "./answerShapes";
import type { BlockWindow } from "./blockWindow";
import type { ChainLog } from "./chainLog";
import { type Cursor, writeCursor } from "./cursor";
import type { LogStop, LogWindow } from "./readLogs";

export type Page<T> = { rows: T[]; window: WindowAnswer; cursor: string | null };

const WHY: Record<LogStop, string> = {
  enough: "There is more.",
  budget: "There is more than one answer looks through.",
  time: "The time was up before all blocks were read.",
  range: "Our node takes only narrow ranges of blocks.",
  results: "One block has more logs than our node gives out.",
  slow: "Our node took too long over older blocks.",
  history: "Our node does not keep logs of older blocks.",
  busy: "Our node was too busy for older blocks.",
  away: "Our node stopped answering.",
  other: "Our node refused to give logs of older blocks.",
};

/** Of these no later question knows better. */
const FINAL: readonly LogStop[] = ["results", "history"];

/** The first rows, newest first, and where the next answer goes on. */
export function pageOf<T extends { log: Pick<ChainLog, "block" | "index"> }>(
  question: readonly unknown[],
  asked: BlockWindow,
  read: LogWindow,
  rows: readonly T[],
  limit: number,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.log;
  const more = rows.length > limit && last !== undefined;
  const goOn: Cursor | null = more ? { ...asked, block: last.block, index: last.index } : restOf(asked, read);
  const covered: LogWindow = more ? { ...read, from: last.block, complete: false, why: "enough" } : read;
  const window = windowAnswer(asked, covered, goOn ? " Ask again with the cursor." : "");
  return { rows: shown, window, cursor: goOn === null ? null : writeCursor(question, goOn) };
}

/** What of the window was read; `way`: how to get at the rest, where something is missing. */
export function windowAnswer(asked: BlockWindow, read: LogWindow, way: string): WindowAnswer {
  return {
    from_block: Number(asked.from),
    to_block: Number(asked.to),
    read_from_block: read.from === null ? null : Number(read.from),
    read_to_block: read.to === null ? null : Number(read.to),
    complete: read.complete,
    why: read.why === null ? null : `${WHY[read.why]}${way}`,
  };
}

function restOf(asked: BlockWindow, read: LogWindow): Cursor | null {
  if (read.complete || read.from === null || read.from === 0n || (read.why && FINAL.includes(read.why))) return null;
  return { ...asked, block: read.from, index: 0 };
}

/** Nothing could be read at all: that is no answer, and nobody pays for it. */
export function orRefuse(read: LogWindow): LogWindow {
  if (read.complete || read.from !== null) return read;
  const late = read.why === "time" || read.why === "slow";
  throw new ToolRefusal("logs_not_read", late ? "Our node gave no logs in time." : "Our node gave no logs of these blocks.", {
    kind: late ? "timeout" : "unavailable",
    hint: "Ask for fewer or newer blocks. Nothing was charged.",
  });
}

/** The part of a window that a cursor leaves, and whether a log lies in it. */
export function leftOf(window: BlockWindow, cursor: Cursor | null) {
  const place = cursor ?? { block: window.to + 1n, index: 0 };
  const to = cursor ? cursor.block : window.to;
  return {
    from: window.from,
    to,
    holds: (log: Pick<ChainLog, "block" | "index">) => log.block < place.block || (log.block === place.block && log.index < place.index),
  };
}
