import "server-only";
import type { Inspected } from "./inspect";

/** So many tokens are remembered. */
const MOST = 100;
const KEY = Symbol.for("coinslot.safetyRecall");
type Kept = { found: Inspected; at: number };
type Holder = { [KEY]?: Map<string, Kept> };

/** What was found out about this token at this very block, and how many seconds ago; null where it wasn't asked for. */
export function recall(key: string): { found: Inspected; ageSeconds: number } | null {
  const kept = shelf().get(key);
  return kept ? { found: kept.found, ageSeconds: Math.floor((Date.now() - kept.at) / 1_000) } : null;
}

export function remember(key: string, found: Inspected): void {
  const kept = shelf();
  kept.delete(key);
  kept.set(key, { found, at: Date.now() });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

function shelf(): Map<string, Kept> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  return holder[KEY];
}
