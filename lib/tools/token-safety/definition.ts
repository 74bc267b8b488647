import type { ToolDefinition } from "../define";

export const definition = {
  code: "A1",
  slug: "token-safety",
  category: "A",
  question: "Can I sell this token again, and who can change that?",
  description: "Buys and sells the token on a copy of the chain, then reads who holds which power over it.",
  price: "0.005",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["token", "honeypot", "erc20", "evm"],
  timeoutMs: 10_000,
  examples: {
    "eip155:8453": { token: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913" },
    "eip155:84532": { token: "0x036CbD53842c5426634e7929541eC2318f3dCF7e" },
  },
  cannotKnow: [
    "What the owner does after the block that the answer names. Ask again before you trade, not a day before.",
    "How a contract behaves for someone who is not our simulated buyer.",
    "Whether the price is fair, or who the people are.",
    "Anything marked unknown. It never counts as a pass.",
  ],
  faults: [
    { reason: "not_a_contract", what: "The address is an ordinary account." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 10 s." },
  ],
} as const satisfies ToolDefinition;
