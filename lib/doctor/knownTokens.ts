/** USDC as it goes on a network: what nobody needs to ask a chain for. Addresses in lower case. */
export type KnownToken = { chain: string; address: string; symbol: string; decimals: number; name: string; version: string };

const usdc = (chainId: number, address: string, name = "USD Coin", version = "2"): KnownToken => ({
  chain: `eip155:${chainId}`,
  address: address.toLowerCase(),
  symbol: "USDC",
  decimals: 6,
  name,
  version,
});

/** Dollars that are paid with over x402, by network. */
const TOKENS: KnownToken[] = [
  usdc(8453, "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913"),
  usdc(84532, "0x036CbD53842c5426634e7929541eC2318f3dCF7e", "USDC"),
  usdc(1, "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
  usdc(137, "0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359"),
  usdc(80002, "0x41E94Eb019C0762f9Bfcf9Fb1E58725BfB0e7582", "USDC"),
  usdc(42161, "0xaf88d065e77c8cC2239327C5EDb3A432268e5831"),
  usdc(421614, "0x75faf114eafb1BDbe2F0316DF893fd58CE46AA4d"),
  usdc(43114, "0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E"),
  usdc(43113, "0x5425890298aed601595a70AB815c96711a31Bc65"),
  usdc(1329, "0xe15fC38F6D8c56aF07bbCBe3BAf5708A2Bf42392", "USDC"),
  usdc(1328, "0x4fCF1784B31630811181f670Aea7A7bEF803eaED", "USDC"),
  usdc(3338, "0xbbA60da06c2c5424f03f7434542280FCAd453d10", "USDC"),
];

/** Networks by the names that version 1 gives them. */
const V1_CHAINS: Record<string, string> = {
  base: "eip155:8453",
  "base-sepolia": "eip155:84532",
  polygon: "eip155:137",
  "polygon-amoy": "eip155:80002",
  avalanche: "eip155:43114",
  "avalanche-fuji": "eip155:43113",
  sei: "eip155:1329",
  "sei-testnet": "eip155:1328",
  peaq: "eip155:3338",
  iotex: "eip155:4689",
  abstract: "eip155:2741",
  "abstract-testnet": "eip155:11124",
  story: "eip155:1514",
  educhain: "eip155:41923",
  "skale-base-sepolia": "eip155:324705682",
  solana: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp",
  "solana-devnet": "solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1",
};

export function chainOfV1Name(name: string): string | null {
  return Object.hasOwn(V1_CHAINS, name) ? (V1_CHAINS[name] ?? null) : null;
}

export function v1NameOf(chain: string): string | null {
  return Object.entries(V1_CHAINS).find(([, id]) => id === chain)?.[0] ?? null;
}

export function knownToken(chain: string | null, address: string | null): KnownToken | null {
  return TOKENS.find((token) => token.chain === chain && token.address === address?.toLowerCase()) ?? null;
}

/** The dollar of a network, for those who named another token. */
export function usdcOf(chain: string | null): KnownToken | null {
  return TOKENS.find((token) => token.chain === chain) ?? null;
}
