import type { Ask } from "@/lib/chain/ask";
import { accessListOf } from "./accessList";
import { fetchWanted } from "./fetchWanted";
import { KnownState, type Pieces, type Wanted } from "./knownState";
import type { Call } from "./types";

const MOST_PIECES = 5_000;

/** A chain at one block as a source of worlds: what is missing is noted, and fetched by `fill`. */
export type Fork = {
  source: KnownState;
  /** Fetches all that was wanted since the last time, in one batch. False: nothing was, or it would be too much. */
  fill: () => Promise<boolean>;
  /** Notes that these will be needed: the account's code, and slots of it. */
  want: (address: bigint, slots?: readonly bigint[]) => void;
  /** Asks the node what such a call would read, and notes that; one round trip that spares many. Nodes that can't tell are no trouble. */
  hint: (call: Call) => Promise<void>;
  /** Pieces fetched, by kind, and batches. */
  counts: { codes: number; slots: number; balances: number; nonces: number; hashes: number; batches: number };
};

export function openFork(ask: Ask, block: { number: bigint }, known?: Pieces): Fork {
  const source = new KnownState();
  if (known) source.learn(known);
  const counts = { codes: 0, slots: 0, balances: 0, nonces: 0, hashes: 0, batches: 0 };
  let fetched = 0;
  const fill = async () => {
    if (source.wanting === 0 || fetched + source.wanting > MOST_PIECES) return false;
    fetched += source.wanting;
    const wanted = source.take();
    source.learn(await fetchWanted(ask, block, wanted));
    counts.batches += 1;
    for (const kind of Object.keys(wanted) as (keyof Wanted)[]) counts[kind] += wanted[kind].length;
    return true;
  };
  const want = (address: bigint, slots: readonly bigint[] = []) => {
    source.code(address);
    for (const slot of slots) source.slot(address, slot);
  };
  const hint = async (call: Call) => {
    want(call.to);
    for (const { address, slots } of await accessListOf(ask, block, call)) want(address, slots);
  };
  return { source, fill, want, hint, counts };
}

/** Runs again with what was missing, until nothing is. `whole`: nothing was missing in the end, so the value counts. */
export async function settled<T>(
  fork: Pick<Fork, "source" | "fill">,
  run: () => T,
  mostRounds = 16,
): Promise<{ value: T; whole: boolean }> {
  for (let round = 1; ; round++) {
    // What earlier attempts missed and nobody asks for any more isn't this one's business.
    await fork.fill();
    const value = run();
    if (fork.source.wanting === 0) return { value, whole: true };
    if (round >= mostRounds || !(await fork.fill())) return { value, whole: false };
  }
}
