/** How often the doctor may be asked, and what it may cost. Pure data: the page tells it. */
export const DOCTOR_LIMITS = {
  /** Examinations of one caller. */
  perCaller: { perSecond: 0.2, burst: 12 },
  /** Examinations under way at the same time, all callers together. */
  atOnce: 8,
  /** A report this young is given again. */
  freshMs: 10_000,
  requestKib: 16,
  /** Requests to one site in a row, before it is asked as seldom as any other. */
  siteBurst: 24,
} as const;
