/** Why money goes back, in the sellers' and the market's words. The payer reads them. */
export const REFUND_REASONS = {
  answer_not_useful: "The answer was not useful",
  answer_wrong: "The answer was wrong",
  answer_incomplete: "The answer was incomplete",
  too_slow: "The answer came too late",
  paid_by_mistake: "The call was a mistake",
  goodwill: "A courtesy of the seller",
} as const;

/** What the market itself gives as a reason, in refunds that nobody has to ask for. */
export const OWN_REASONS = {
  answer_broken: "The answer broke off after it was paid for",
  dispute_lost: "The seller did not answer the dispute in time",
} as const;

export type RefundReason = keyof typeof REFUND_REASONS;

export function refundReasonWords(code: string): string {
  if (Object.hasOwn(REFUND_REASONS, code)) return REFUND_REASONS[code as RefundReason];
  if (Object.hasOwn(OWN_REASONS, code)) return OWN_REASONS[code as keyof typeof OWN_REASONS];
  return "Another reason";
}

/** How many characters of one's own words are kept. */
export const MOST_REFUND_WORDS = 300;
