import type { Authorization } from "../wire/transferTypedData";
import type { Quote } from "./callTypes";

/** A payment that is out and whose answer has not come: enough to ask for it again after the page was closed. */
export type PendingCall = { input: Record<string, unknown>; header: string; authorization: Authorization; quote: Quote };

const keyOf = (slug: string) => `coinslot.pending.${slug}`;

export function keepPending(slug: string, call: PendingCall): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify(call));
  } catch {
    // Without storage the answer only waits as long as the page does.
  }
}

export function dropPending(slug: string): void {
  try {
    localStorage.removeItem(keyOf(slug));
  } catch {
    // Nothing was kept.
  }
}

export function findPending(slug: string): PendingCall | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(slug)) ?? "null") as PendingCall | null;
  } catch {
    return null;
  }
}
