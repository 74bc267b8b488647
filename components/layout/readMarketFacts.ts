import "server-only";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import type { MarketFacts } from "../wallet/marketFacts";

/** Picks out of the settings what everyone may know. */
export function readMarketFacts(): MarketFacts {
  const { network, local } = env();
  const { chainId, name, testnet, explorer } = paymentNetwork(network);
  return { network, chainId, networkName: name, testnet, local: local !== null, explorer: local ? null : explorer };
}
