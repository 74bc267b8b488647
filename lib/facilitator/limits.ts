/** Everything that our facilitator bounds, for those who use it and for the pages that say so. */
export const FACILITATOR_LIMITS = {
  bodyKib: 64,
  /** Of one access key: verify and settle together. */
  perKey: { perSecond: 200, burst: 1_000 },
  /** Of one address: on the local chain, where no key is needed, and for `supported`. */
  perAddress: { perSecond: 2_000, burst: 4_000 },
  /** Without a valid key, of one address. */
  strangers: { perSecond: 1, burst: 30 },
  /** Payments of one caller that may wait for the chain at the same time: their gas is ours. */
  openPayments: 1_000,
  /** How long a settle waits for the chain before it says `settlement_pending`. */
  waitSeconds: 25,
  /** For so long the same settle gets the same transaction again, so that a lost answer can be asked for. */
  repeatSeconds: 120,
} as const;
