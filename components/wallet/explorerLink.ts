import type { MarketFacts } from "./marketFacts";

/** The block explorer's page of a transaction, address or block; null where there is no explorer. */
export function explorerLink(market: Pick<MarketFacts, "explorer">, kind: "tx" | "address" | "block", value: string): string | null {
  return market.explorer ? `${market.explorer}/${kind}/${value}` : null;
}
