const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each try that failed comes the next; a little more than a day in all. */
export const BACK_OFF_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8.5 * HOUR,
] as const;

/** An endpoint that nothing got through to for so long is switched off. */
export const OFF_AFTER_MS = 24 * HOUR;

/** So much later at the most, so that what failed together does not come together again. */
const JITTER = 0.1;
/** Nobody is waited for longer because he asks for it. */
const MOST_ASKED_MS = 6 * HOUR;

/** In how many ms this delivery is tried again after `tries` that failed; null when it isn't. `asked`: its `Retry-After`. */
export function nextTryIn(tries: number, asked: string | null, now: Date, random = Math.random): number | null {
  const usual = BACK_OFF_MS[tries - 1];
  if (usual === undefined) return null;
  return Math.round(Math.max(usual * (1 + JITTER * random()), Math.min(askedMs(asked, now), MOST_ASKED_MS)));
}

/** Seconds, or a date. */
function askedMs(asked: string | null, now: Date): number {
  if (!asked) return 0;
  const ms = /^\d+$/.test(asked.trim()) ? Number(asked) * SECOND : Date.parse(asked) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
