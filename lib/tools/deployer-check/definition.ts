import type { ToolDefinition } from "../define";

export const definition = {
  code: "A4",
  slug: "deployer-check",
  category: "A",
  question: "What else did whoever made this deploy, and what became of it?",
  description:
    "Finds who made a contract, what else they deployed, and for each of their tokens whether its pool is still filled or was emptied by its maker, and how soon.",
  price: "0.005",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["deployer", "rug pull", "liquidity", "token", "evm"],
  timeoutMs: 25_000,
  examples: {
    "eip155:8453": { address: "0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24" },
    "eip155:84532": { address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" },
  },
  cannotKnow: [
    "What the same people deployed from other addresses.",
    "What was made through factories without a trace of the deployer in it.",
    "Pools beyond Uniswap V2 and V3 against WETH and USDC.",
    "Why liquidity was taken out. An honest end looks the same on the chain.",
  ],
  faults: [
    { reason: "creator_unknown", what: "Who made the contract could not be found." },
    { reason: "nothing_here", what: "Nothing ever happened at this address on this chain." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 25 s." },
  ],
} as const satisfies ToolDefinition;
