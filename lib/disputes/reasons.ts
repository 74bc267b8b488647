/** What payers complain of, in their words. */
export const DISPUTE_REASONS = {
  no_answer: "I got no answer",
  answer_wrong: "The answer is wrong",
  answer_incomplete: "The answer is incomplete",
  not_as_described: "It is not what the tool's page says",
  too_slow: "It came too late",
  charged_twice: "I paid twice for one call",
} as const;

export type DisputeReason = keyof typeof DISPUTE_REASONS;

export function disputeReasonWords(code: string): string {
  return Object.hasOwn(DISPUTE_REASONS, code) ? DISPUTE_REASONS[code as DisputeReason] : "Another reason";
}

/** How many characters each side may write. */
export const MOST_DISPUTE_WORDS = 1_000;
/** Days after its settlement in which a payment can be disputed, and days that its seller has for an answer. */
export const DISPUTE_DAYS = 7;
export const ANSWER_DAYS = 7;
