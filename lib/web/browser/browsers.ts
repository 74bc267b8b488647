import "server-only";
import { availableParallelism } from "node:os";
import { BrowserPool } from "./browserPool";
import { browserPlace } from "./place";

const KEY = Symbol.for("coinslot.browsers");
type Holder = { [KEY]?: BrowserPool };

/** The browser of this process; it starts with the first call, and ends when none came for a while. */
export function browsers(): BrowserPool {
  const holder = globalThis as Holder;
  holder[KEY] ??= new BrowserPool({
    place: browserPlace,
    atOnce: Math.min(3, Math.max(2, availableParallelism() - 1)),
    waiting: 8,
    callsEach: 100,
    idleMs: 60_000,
  });
  return holder[KEY];
}
