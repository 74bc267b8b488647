import type { Network } from "../../chains";
import type { SampleGround, ToolExample } from "../define";

type ExampleToken = { name: string; token: string };

/** Tokens that everyone knows, to try the tool on where there are no sample tokens. */
const KNOWN_TOKENS: Record<Network, readonly ExampleToken[]> = {
  "eip155:8453": [
    { name: "USDC", token: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913" },
    { name: "WETH", token: "0x4200000000000000000000000000000000000006" },
  ],
  "eip155:84532": [
    { name: "USDC", token: "0x036CbD53842c5426634e7929541eC2318f3dCF7e" },
    { name: "WETH", token: "0x4200000000000000000000000000000000000006" },
  ],
};

/** The local chain's sample tokens, else tokens that everyone knows. */
export function examples({ network, tokens }: SampleGround): ToolExample[] {
  if (tokens.length > 0) return tokens.map(({ name, address }) => ({ name, input: { token: address } }));
  return KNOWN_TOKENS[network].map(({ name, token }) => ({ name, input: { token } }));
}
