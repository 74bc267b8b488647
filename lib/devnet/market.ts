import { writeFileSync } from "node:fs";
import type { Address, Hex } from "viem";
import { MULTICALL3, paymentNetwork } from "../chains";
import { parseEnv, type SampleToken } from "../env";
import { testAccount, testPrivateKey } from "./accounts";
import { EXCHANGE } from "./genesis/placeUniswap";
import type { Settings } from "./localSettings";

type Wallet = { address: Address; privateKey: Hex };

/** What a running market is and where, for scripts and tests on the same machine. */
export type Market = {
  url: string;
  rpcUrl: string;
  databaseUrl: string;
  network: string;
  chainId: number;
  asset: Address;
  /** Where others may have their payments settled; null when nobody may. */
  facilitatorUrl: string | null;
  /** The local chain's alone: a real network has no wallet that everybody knows. */
  wallets: { buyer: Wallet; seller: Wallet } | null;
  contracts: { multicall3: Address; uniswapV2Factory: Address; uniswapV2Router: Address; weth: Address } | null;
  sampleTokens: SampleToken[];
  /** Origin of the site that tools may be tried on, on the local chain. */
  sampleSite: string | null;
  /** Origin of the API that can be listed and sold without the internet, on the local chain. */
  sampleApi: string | null;
};

export function describeMarket(url: string, settings: Settings): Market {
  const env = parseEnv(settings);
  const { chainId, asset } = paymentNetwork(env.network);
  const facilitates = env.settlerPrivateKeys.length > 0 && (env.local !== null || env.facilitatorAccessKeys.length > 0);
  const wallet = (role: "buyer" | "seller") => ({ address: testAccount(role).address, privateKey: testPrivateKey(role) });
  return {
    url,
    rpcUrl: env.rpcUrl,
    databaseUrl: env.databaseUrl,
    network: env.network,
    chainId,
    asset: asset.address,
    facilitatorUrl: facilitates ? `${url}/api/facilitator` : null,
    wallets: env.local ? { buyer: wallet("buyer"), seller: wallet("seller") } : null,
    contracts: env.local ? { multicall3: MULTICALL3, ...EXCHANGE } : null,
    sampleTokens: env.local?.sampleTokens ?? [],
    sampleSite: env.local?.sampleSite ?? null,
    sampleApi: env.local?.sampleApi ?? null,
  };
}

/** Readable by its owner only: it holds keys and the database's password. */
export function writePrivately(file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 });
}
