import { type Address, type Hex, numberToHex } from "viem";
import { beforeTime } from "./beforeTime";
import { byPlace, type ChainLog, readChainLogs } from "./chainLog";
import { nextPieces, type Order, type Piece, readFront, splitPiece } from "./logPieces";
import { type LogTrouble, logTrouble } from "./logTrouble";
import { learnWidth, widthOf } from "./nodeWidths";
import type { ChainView } from "./openChain";

export type LogQuestion = {
  address?: Address | readonly Address[];
  /** As eth_getLogs has them: null for any, a list for one of these. */
  topics?: readonly (Hex | readonly Hex[] | null)[];
  from: bigint;
  to: bigint;
};

export type LogBounds = {
  /** From which end it is read; what there was no time for is missing at the other. */
  order?: Order;
  /** Stops once it has so many. */
  enough?: number;
  /** The most questions to the node. */
  requests?: number;
  withinMs?: number;
};

/** `from` and `to`: the blocks that were really read, one window without gaps; null when there is none. */
export type LogWindow = {
  logs: ChainLog[];
  complete: boolean;
  from: bigint | null;
  to: bigint | null;
  why: LogStop | null;
};

/** `enough`: there is more, and nobody asked for it. `budget`: our own bounds. The rest is the node's doing. */
export type LogStop = "enough" | "budget" | "time" | LogTrouble["kind"];

const PIECES_AT_ONCE = 16;
const ENOUGH = 20_000;
const REQUESTS = 96;
const WITHIN_MS = 6_000;
/** So often a node that is busy, away, or talks in riddles is asked again. */
const PATIENCE = 3;
const PAUSE_MS = 300;

type Reading = { pieces: Piece[]; width: bigint; atOnce: number; asked: number; setbacks: number };

/** The logs of a range, from a node that may take only narrow ranges, refuse large answers, or be slow. */
export async function readLogs(
  chain: Pick<ChainView, "ask" | "signal" | "node">,
  question: LogQuestion,
  { order = "newest", enough = ENOUGH, requests = REQUESTS, withinMs = WITHIN_MS }: LogBounds = {},
): Promise<LogWindow> {
  const { from, to } = question;
  if (from > to) return { logs: [], complete: true, from: null, to: null, why: null };
  const reading: Reading = {
    pieces: [{ from, to, logs: null }],
    width: widthOf(chain.node),
    atOnce: PIECES_AT_ONCE,
    asked: 0,
    setbacks: 0,
  };
  const until = Date.now() + withinMs;
  for (;;) {
    if (readFront(reading.pieces).logs.length >= enough) return windowOf(reading.pieces, order, "enough");
    const next = nextPieces(reading.pieces, reading.width, Math.min(reading.atOnce, requests - reading.asked), order);
    if (next.length === 0) return windowOf(reading.pieces, order, "budget");
    reading.asked += next.length;
    const failed = await beforeTime(askFor(chain, question, next), until, chain.signal);
    if (failed === "time") return windowOf(reading.pieces, order, "time");
    const why = failed ? await recover(chain.node, reading, failed, order) : null;
    if (why) return windowOf(reading.pieces, order, why);
    if (!failed) reading.setbacks = 0;
  }
}

type Failed = { piece: Piece; trouble: LogTrouble };

/** Asks for all pieces in one tick; tells of the first that failed. */
async function askFor({ ask }: Pick<ChainView, "ask">, { address, topics }: LogQuestion, next: Piece[]): Promise<Failed | null> {
  const answers = next.map(async (piece): Promise<Failed | null> => {
    const filter = { ...(address ? { address } : {}), ...(topics ? { topics } : {}) };
    try {
      const range = { fromBlock: numberToHex(piece.from), toBlock: numberToHex(piece.to) };
      piece.logs = readChainLogs(await ask("eth_getLogs", [{ ...filter, ...range }]));
      return null;
    } catch (error) {
      return { piece, trouble: logTrouble(error) };
    }
  });
  return (await Promise.all(answers)).find((failed) => failed !== null) ?? null;
}

/** Narrows what is asked, or waits; tells why there is no use in going on. */
async function recover(node: object, reading: Reading, { piece, trouble }: Failed, order: Order): Promise<LogStop | null> {
  const { kind, hint } = trouble;
  if (kind === "busy" || kind === "away") return recoverLater(reading, kind);
  const wide = piece.to - piece.from + 1n;
  if (wide === 1n) return kind;
  if ((kind === "other" || kind === "history") && ++reading.setbacks > PATIENCE) return kind;
  if (kind === "slow") reading.atOnce = Math.max(1, reading.atOnce >> 1);
  const part = kind === "results" || kind === "slow" ? 2n : 8n;
  const width = hint !== null && hint < wide ? hint : (wide + part - 1n) / part;
  // What is too full, too slow or forgotten here says nothing of other blocks.
  if (kind !== "range") splitPiece(reading.pieces, piece, width, order);
  else {
    reading.width = width;
    learnWidth(node, width);
  }
  return null;
}

async function recoverLater(reading: Reading, kind: "busy" | "away"): Promise<LogStop | null> {
  reading.setbacks++;
  if (reading.setbacks > (kind === "busy" ? PATIENCE : 1)) return kind;
  reading.atOnce = Math.max(1, reading.atOnce >> 1);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS << reading.setbacks));
  return null;
}

function windowOf(pieces: Piece[], order: Order, why: LogStop | null): LogWindow {
  const { front, logs } = readFront(pieces);
  const complete = front.length === pieces.length;
  const [first, last] = [front.at(0), front.at(-1)];
  const ends = order === "newest" ? { from: last?.from, to: first?.to } : { from: first?.from, to: last?.to };
  logs.sort(order === "newest" ? (a, b) => byPlace(b, a) : byPlace);
  return { logs, complete, from: ends.from ?? null, to: ends.to ?? null, why: complete ? null : why };
}
