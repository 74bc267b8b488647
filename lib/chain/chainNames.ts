/** Names that people use, and the CAIP-2 id that the answer carries. */
export const CHAINS = { base: "eip155:8453", "base-sepolia": "eip155:84532", ethereum: "eip155:1" } as const;

export type ChainName = keyof typeof CHAINS;
