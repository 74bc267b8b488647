import type { ToolDefinition } from "../define";

export const definition = {
  code: "A2",
  slug: "token-report",
  category: "A",
  question: "What is there to know about this token before I put money into it?",
  description:
    "A verdict with its checks and powers, who holds the token, when liquidity came and went and by whose hand, what else its maker made and what became of that, and a summary in sentences.",
  price: "0.01",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["token", "honeypot", "holders", "liquidity", "rug pull", "erc20", "evm"],
  timeoutMs: 20_000,
  examples: {
    "eip155:8453": { token: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913" },
    "eip155:84532": { token: "0x036CbD53842c5426634e7929541eC2318f3dCF7e" },
  },
  cannotKnow: [
    "What anybody does after the block that the answer names.",
    "Whether two addresses belong to the same person. A maker who uses a new wallet each time has no past here.",
    "What else a maker had deployed by other contracts: only what the account itself made is followed, the newest first.",
    "Liquidity on other exchanges than Uniswap V2 and V3, or against other tokens than ether and dollars.",
    "Whether the price is fair. Anything marked unknown never counts as a pass.",
  ],
  faults: [
    { reason: "not_a_contract", what: "The address is an ordinary account." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 20 s." },
  ],
} as const satisfies ToolDefinition;
