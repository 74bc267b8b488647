import type { Address } from "viem";

/** CAIP-2 ids of the networks that payments can be made on. */
export type Network = "eip155:8453" | "eip155:84532";

export type PaymentNetwork = {
  network: Network;
  chainId: number;
  /** The name that protocol version 1 uses. */
  v1Name: "base" | "base-sepolia";
  /** The name for people. */
  name: string;
  testnet: boolean;
  asset: {
    address: Address;
    symbol: "USDC";
    decimals: 6;
    /** EIP-712 domain of the asset; the two networks really differ in the name. */
    eip712: { name: string; version: string };
  };
  /** Block explorer of the public network, without a trailing slash. */
  explorer: string;
};

const NETWORKS: Record<Network, PaymentNetwork> = {
  "eip155:8453": {
    network: "eip155:8453",
    chainId: 8453,
    v1Name: "base",
    name: "Base",
    testnet: false,
    asset: {
      address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
      symbol: "USDC",
      decimals: 6,
      eip712: { name: "USD Coin", version: "2" },
    },
    explorer: "https://basescan.org",
  },
  "eip155:84532": {
    network: "eip155:84532",
    chainId: 84532,
    v1Name: "base-sepolia",
    name: "Base Sepolia",
    testnet: true,
    asset: {
      address: "0x036CbD53842c5426634e7929541eC2318f3dCF7e",
      symbol: "USDC",
      decimals: 6,
      eip712: { name: "USDC", version: "2" },
    },
    explorer: "https://sepolia.basescan.org",
  },
};

export const MULTICALL3: Address = "0xcA11bde05977b3631167028862bE2a173976CA11";

export function isNetwork(value: unknown): value is Network {
  return typeof value === "string" && Object.hasOwn(NETWORKS, value);
}

export function paymentNetwork(network: Network): PaymentNetwork {
  return NETWORKS[network];
}

/** Accepts a CAIP-2 id (v2) or a v1 name; null for anything else. */
export function findNetwork(idOrName: unknown): PaymentNetwork | null {
  if (isNetwork(idOrName)) return NETWORKS[idOrName];
  return Object.values(NETWORKS).find((n) => n.v1Name === idOrName) ?? null;
}
