import type { LogStop, LogWindow } from "@/lib/chain/readLogs";

const OURS: readonly (LogStop | null)[] = ["enough", "budget", "time"];

/** In a sentence, why older events are missing; null when none are. */
export function whyMissing({ complete, from, why }: LogWindow): string | null {
  if (complete) return null;
  return from !== null && OURS.includes(why)
    ? "It goes back further than one answer looks; the oldest events are missing."
    : "Our node did not give the logs of older blocks.";
}
