import type { MarketFacts } from "../wallet/marketFacts";

/** "Base", "Base Sepolia · test" or "Base Sepolia · local chain". */
export function networkLabel(market: Pick<MarketFacts, "networkName" | "local" | "testnet">): string {
  if (market.local) return `${market.networkName} · local chain`;
  return market.testnet ? `${market.networkName} · test` : market.networkName;
}
