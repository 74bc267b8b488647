import type { Harm } from "./findings";

/** A harm, and how it shows, as the end of the sentence "calling … as …". */
export type HarmFound = { harm: Harm; effect: string; bps: number | null; missed: boolean };

export function harm(name: Harm, effect: string, bps: number | null = null, missed = false): HarmFound {
  return { harm: name, effect, bps, missed };
}
