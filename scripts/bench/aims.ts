import { BLOCK_SECONDS, type Mode } from "./types";

/** What a figure should be: words, and whether it holds beside theirs; null when there is nothing to hold it against. */
export type Wanted = { text: string; holds: (ours: number, theirs: number[]) => boolean | null };

const against =
  (holds: (ours: number, theirs: number[]) => boolean) =>
  (ours: number, theirs: number[]): boolean | null =>
    theirs.length > 0 ? holds(ours, theirs) : null;
/** Measured against the better one of the two. */
const times = (n: number): Wanted => ({ text: `≥ ${n}x`, holds: against((ours, theirs) => ours >= n * Math.max(...theirs)) });
const share = (n: number): Wanted => ({ text: `≤ 1/${n}`, holds: against((ours, theirs) => ours <= Math.min(...theirs) / n) });
const atMost = (n: number): Wanted => ({ text: `≤ ${n.toLocaleString("en")}`, holds: (ours) => ours <= n });
const atLeast = (n: number): Wanted => ({ text: `≥ ${n.toLocaleString("en")}`, holds: (ours) => ours >= n });
const exactly = (n: number): Wanted => ({ text: `${n}`, holds: (ours) => ours === n });

type Levels = Record<Mode, Record<number, Wanted>>;

/** Of paid calls a second, by how many are under way at once. A closed loop can't send more in a block than it has callers. */
export const RATE: Levels = {
  automine: { 1: times(2), 200: times(12) },
  blocks: { 1000: atLeast((0.95 * 1_000) / BLOCK_SECONDS), 2000: times(10) },
};
export const CPU: Levels = { automine: { 200: share(15) }, blocks: {} };
export const P99: Levels = { automine: {}, blocks: { 1000: atMost(1_000 * (2 * BLOCK_SECONDS + 0.5)) } };
export const BATCH_GAS = atMost(45_000);
/** Gas differs by some tens with the zero bytes of the nonces. */
export const SINGLE_GAS: Wanted = { text: "≤ theirs", holds: against((ours, theirs) => ours <= Math.min(...theirs) + 100) };
export const MEMORY: Wanted = { text: "< 500", holds: (ours) => ours < 500 };
export const NONE = exactly(0);
export const ONCE = exactly(1);
