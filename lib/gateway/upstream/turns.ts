import { limited } from "./refusals";

/** Calls to one listing, and of all listings, that may be under way in this process. */
const MOST_OF_LISTING = 64;
const MOST_OF_ALL = 256;

const KEY = Symbol.for("coinslot.upstreamTurns");
type Turns = { all: number; of: Map<string, number> };
type Holder = { [KEY]?: Turns };

/** Counts a call in, or refuses it as busy. Answers the way to count it out, which may be used more than once. */
export function takeTurn(listingId: string): () => void {
  const holder = globalThis as Holder;
  holder[KEY] ??= { all: 0, of: new Map() };
  const turns = holder[KEY];
  const inside = turns.of.get(listingId) ?? 0;
  if (inside >= MOST_OF_LISTING || turns.all >= MOST_OF_ALL) throw limited(1);
  turns.of.set(listingId, inside + 1);
  turns.all += 1;
  let left = false;
  return () => {
    if (left) return;
    left = true;
    turns.all -= 1;
    const rest = (turns.of.get(listingId) ?? 1) - 1;
    if (rest > 0) turns.of.set(listingId, rest);
    else turns.of.delete(listingId);
  };
}
