import type { ToolDefinition } from "../define";

export const definition = {
  code: "A3",
  slug: "address-safety",
  category: "A",
  question: "What is this address, and would it rob me?",
  description:
    "Tells an account from a contract, a wallet, a proxy or a hijacked account, plays the known tricks of drainers against its code on a copy of the chain, and compares it with the addresses that you deal with.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["address", "drainer", "phishing", "eip7702", "evm"],
  timeoutMs: 20_000,
  examples: {
    "eip155:8453": { address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913" },
    "eip155:84532": { address: "0x036CbD53842c5426634e7929541eC2318f3dCF7e" },
  },
  cannotKnow: [
    "Who the people behind an address are, and what they have done elsewhere. No list of names is kept here.",
    "Tricks that nobody has shown yet, and code that behaves only towards us.",
    "That an address is safe. It says what marks it found, or that it found none of those it knows.",
  ],
  faults: [
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 20 s." },
  ],
} as const satisfies ToolDefinition;
