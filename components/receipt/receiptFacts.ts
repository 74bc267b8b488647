/** What a receipt says; made from the ledger's row, nothing else. */
export type ReceiptFacts = {
  paymentId: string;
  /** ISO time of the settlement. */
  at: string;
  code: string;
  tool: string;
  amount: string;
  /** What of it was used, atomic; null where the price is fixed, or nobody knows. */
  used: string | null;
  /** What has gone back of it, in its own transactions. */
  refunds?: readonly { amount: string; transaction: string }[];
  payer: string;
  payTo: string;
  transaction: string;
  block: string | null;
  batchSize: number | null;
  /** From the request's arrival to the settled answer. */
  answeredMs: number | null;
};
