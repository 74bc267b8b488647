import type { Network } from "@/lib/chains";

/** What the browser is told of the market: public, the same for everyone. */
export type MarketFacts = {
  network: Network;
  chainId: number;
  networkName: string;
  testnet: boolean;
  /** A chain on the owner's own machine: test wallet and test USDC are offered there only. */
  local: boolean;
  /** The public block explorer; null on the local chain, where nothing could be found in it. */
  explorer: string | null;
};
