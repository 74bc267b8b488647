/** What stands beside the dashboard's links, where it is not nothing. */
export type RailCounts = {
  /** Payments whose outcome the chain has not told. */
  unknown: number;
  listings: number;
  /** Disputes that wait for the seller. */
  disputes: number;
  /** Webhook endpoints that the market switched off. */
  deadWebhooks: number;
};
