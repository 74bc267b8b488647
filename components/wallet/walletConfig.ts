import { type Chain, custom, defineChain } from "viem";
import { type Config, cookieStorage, createConfig, createStorage } from "wagmi";
import type { MarketFacts } from "./marketFacts";
import { testWallet } from "./testWallet";

/** Where a wallet that does not know the network yet may find it; the pages themselves never ask there. */
const PUBLIC_RPC: Record<MarketFacts["network"], string> = {
  "eip155:8453": "https://mainnet.base.org",
  "eip155:84532": "https://sepolia.base.org",
};

function chainOf(market: MarketFacts): Chain {
  return defineChain({
    id: market.chainId,
    name: market.networkName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [PUBLIC_RPC[market.network]] } },
    ...(market.explorer ? { blockExplorers: { default: { name: "Explorer", url: market.explorer } } } : {}),
    testnet: market.testnet,
  });
}

/**
 * Wallets announced by EIP-6963, and the test wallet on the local chain. The chain is read through the
 * market's own API, so the transport here refuses. The state is kept in a cookie, so that the first HTML
 * already shows the connected wallet.
 */
export function walletConfig(market: MarketFacts): Config {
  const refuse = async () => {
    throw new Error("Pages do not speak to the chain by themselves.");
  };
  return createConfig({
    chains: [chainOf(market)],
    connectors: market.local ? [testWallet()] : [],
    multiInjectedProviderDiscovery: true,
    ssr: true,
    storage: createStorage({ key: "coinslot.wallet", storage: cookieStorage }),
    transports: { [market.chainId]: custom({ request: refuse }) },
  });
}
