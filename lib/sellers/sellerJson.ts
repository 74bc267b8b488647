import type { Seller } from "./findSeller";

/** A seller as the API tells it; `since` is ISO 8601, and null for the market itself. */
export function sellerJson({ wallet, handle, name, payTo, site, since, market }: Seller) {
  return { wallet, handle, name, payTo, site, since: since?.toISOString() ?? null, market };
}
