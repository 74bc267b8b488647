import "server-only";

/** One value of a histogram, and how many calls took so long. */
export type Bar = { micros: number; calls: number };

/** The time, in milliseconds, that this share of the calls did not exceed; null without calls. */
export function percentileMs(bars: readonly Bar[], share: number): number | null {
  const sorted = bars.filter((bar) => bar.calls > 0).sort((a, b) => a.micros - b.micros);
  const total = sorted.reduce((sum, bar) => sum + bar.calls, 0);
  let rank = Math.max(1, Math.ceil(total * share));
  for (const { micros, calls } of sorted) {
    rank -= calls;
    if (rank <= 0) return micros / 1000;
  }
  return null;
}
