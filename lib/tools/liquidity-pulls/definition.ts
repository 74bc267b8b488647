import type { ToolDefinition } from "../define";

export const definition = {
  code: "B2",
  slug: "liquidity-pulls",
  category: "B",
  question: "Who took liquidity out, and what is left?",
  description:
    "Liquidity taken out of a pool, of all pools of a token, or of every Uniswap pool in a short window: who did it, both amounts, which share of the pool that was, and what was left. Newest first, page by page.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["defi", "uniswap", "liquidity", "rug pull"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { from_block: "120s", min_share_bps: 1000 },
    "eip155:84532": { limit: 20 },
  },
  cannotKnow: [
    "Why somebody took it out. A position that is moved to another price looks the same as one that leaves.",
    "What happens after the block that the answer names.",
    "Of V3: how much of what is left lies near the price. Shares and rests are of all that the pool holds, unclaimed fees with it.",
    "Pools of other exchanges, unless you name the pool.",
    "Amounts of tokens that tax transfers or change balances by themselves: they are what the pool said, not what arrived.",
  ],
  faults: [
    { reason: "not_a_pool", what: "There is neither a pool nor a token at the address." },
    { reason: "no_pool", what: "No known pool trades the token against ether or dollars." },
    { reason: "block_beyond_head", what: "The window ends at a block that is not there yet." },
    { reason: "bad_window", what: "The window ends before it begins." },
    { reason: "window_too_wide", what: "More than 100,000 blocks at once, or 2,000 without an address." },
    { reason: "bad_cursor", what: "The cursor was made for another question." },
    { reason: "logs_not_read", what: "Our node gave no logs of these blocks." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
