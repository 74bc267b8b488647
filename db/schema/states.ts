/**
 * claimed → running → answered → queued → submitted → settled, failed or unknown; `released` when there was no answer. A
 * quick walk writes several steps at once, so the ledger rests in `claimed`, `queued` and `submitted` at the least; the
 * event log names every step. `released` and `failed` moved no money and free the authorization for another try.
 */
export const PAYMENT_STATES = [
  "claimed",
  "running",
  "answered",
  "queued",
  "submitted",
  "settled",
  "failed",
  "unknown",
  "released",
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** Neither settled nor given up: the payer's money is held for these. */
export const OPEN_STATES = ["claimed", "running", "answered", "queued", "submitted", "unknown"] as const satisfies PaymentState[];

/** Money may move, or has to be asked for: only the chain can end these without a settlement. */
export const MAY_SETTLE = ["answered", "queued", "submitted", "unknown"] as const satisfies PaymentState[];

/**
 * Every change of state that the ledger allows; a trigger of the database holds it too. `settled → queued` is a
 * re-organised block: the transaction has to be mined again.
 */
export const PAYMENT_MOVES: Record<PaymentState, readonly PaymentState[]> = {
  claimed: ["running", "answered", "queued", "submitted", "released"],
  running: ["answered", "queued", "submitted", "released"],
  answered: ["queued", "submitted", "settled", "failed", "released"],
  queued: ["submitted", "settled", "failed", "released", "unknown"],
  submitted: ["settled", "failed", "unknown", "queued"],
  unknown: ["settled", "failed", "queued"],
  settled: ["queued"],
  failed: [],
  released: [],
};

/** What the event log tells of; the states, and what happens around them. */
export const PAYMENT_STEPS = [...PAYMENT_STATES, "bumped", "reorganised", "replayed", "flowed"] as const;
export type PaymentStep = (typeof PAYMENT_STEPS)[number];
