/** How long a payer may take from signing to settlement. */
export const MAX_TIMEOUT_SECONDS = 120;
