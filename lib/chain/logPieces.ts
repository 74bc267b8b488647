import type { ChainLog } from "./chainLog";

export type Order = "newest" | "oldest";
/** A part of the asked range; `logs` once it was read. */
export type Piece = { from: bigint; to: bigint; logs: ChainLog[] | null };

const MOST_PARTS = 16;

/** Cuts whatever lies at the front into pieces of at most `width`, until `most` are unread and narrow enough. */
export function nextPieces(pieces: Piece[], width: bigint, most: number, order: Order): Piece[] {
  const next: Piece[] = [];
  for (let at = 0; at < pieces.length && next.length < most; at++) {
    const piece = pieces[at];
    if (!piece || piece.logs) continue;
    if (piece.to - piece.from + 1n > width) pieces.splice(at, 1, ...cut(piece, width, order));
    const narrow = pieces[at];
    if (narrow) next.push(narrow);
  }
  return next;
}

/** The piece's front of this width, and the rest. */
function cut({ from, to }: Piece, width: bigint, order: Order): [front: Piece, rest: Piece] {
  if (order === "newest") {
    return [
      { from: to - width + 1n, to, logs: null },
      { from, to: to - width, logs: null },
    ];
  }
  return [
    { from, to: from + width - 1n, logs: null },
    { from: from + width, to, logs: null },
  ];
}

/** Puts parts of this width in the piece's place: so many at most, what is left over stays whole. */
export function splitPiece(pieces: Piece[], piece: Piece, width: bigint, order: Order): void {
  const parts = [piece];
  for (let rest = piece; parts.length < MOST_PARTS && rest.to - rest.from + 1n > width; ) {
    const [front, back] = cut(rest, width, order);
    parts.splice(-1, 1, front, back);
    rest = back;
  }
  pieces.splice(pieces.indexOf(piece), 1, ...parts);
}

/** What was read without a gap, counted from where the reading began. */
export function readFront(pieces: readonly Piece[]): { front: Piece[]; logs: ChainLog[] } {
  const gap = pieces.findIndex((piece) => piece.logs === null);
  const front = gap === -1 ? [...pieces] : pieces.slice(0, gap);
  return { front, logs: front.flatMap((piece) => piece.logs ?? []) };
}
