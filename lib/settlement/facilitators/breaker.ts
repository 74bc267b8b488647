export type Breaker = {
  /** May one more request go there? After a pause one may, as a probe: whoever is told yes has to report back. */
  admit: () => boolean;
  /** Would one be admitted now? */
  ready: () => boolean;
  succeeded: () => void;
  failed: () => void;
  /** Nothing was learnt. */
  left: () => void;
};

export type BreakerOptions = { failures: number; pauseMs: number; now?: () => number };

/** Opens after so many failures in a row; after a pause one probe decides whether it closes again. */
export function breaker({ failures, pauseMs, now = Date.now }: BreakerOptions): Breaker {
  let inRow = 0;
  let openedAt: number | null = null;
  let probeAt: number | null = null;
  const ready = () => {
    if (openedAt === null) return true;
    // A probe that never reported back holds the door for a pause, not for ever.
    const probing = probeAt !== null && now() - probeAt < pauseMs;
    return now() - openedAt >= pauseMs && !probing;
  };
  return {
    ready,
    admit: () => {
      if (!ready()) return false;
      if (openedAt !== null) probeAt = now();
      return true;
    },
    succeeded: () => {
      inRow = 0;
      openedAt = probeAt = null;
    },
    failed: () => {
      inRow += 1;
      probeAt = null;
      if (openedAt !== null || inRow >= failures) openedAt = now();
    },
    left: () => {
      probeAt = null;
    },
  };
}
