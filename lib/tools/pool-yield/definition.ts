import type { ToolDefinition } from "../define";

export const definition = {
  code: "B5",
  slug: "pool-yield",
  category: "B",
  question: "Would liquidity in this pool have earned more than holding?",
  description:
    "One hundredth of a pool, put in when the window began and held to its end: the fees it earned, what it lost against just holding both tokens, and what remains. V2 and V3, from swaps and the pool's own books.",
  price: "0.005",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["defi", "uniswap", "yield", "impermanent loss", "fees"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { pool: "0xd0b53D9277642d899DF5C87A3966A349A798F224", from_block: "600s" },
    "eip155:84532": { pool: "0x94bfc0574FF48E92cE43d495376C477B1d0EEeC0", from_block: "86400s" },
  },
  cannotKnow: [
    "What the next weeks earn. A year's figure is this window's, stretched; it is no promise.",
    "The gas of going in and out, and rewards that others pay on top.",
    "Of V3, where fees are counted from swaps: a swap that crosses several price ranges is counted by the liquidity that it ended in.",
    "Of V3: what your own liquidity would have changed. It is counted as if nobody had noticed it.",
    "Of V2: gifts to the pool count as fees, for the shares are worth more by them.",
  ],
  faults: [
    { reason: "not_a_pool", what: "There is no V2 or V3 pool at the address." },
    { reason: "no_liquidity", what: "Nobody had put anything in, or nothing lay in range." },
    { reason: "state_unknown", what: "Our node has forgotten how the pool stood in that window." },
    { reason: "bad_range", what: "A range for a V2 pool, one that ends before it begins, or only half of one." },
    { reason: "block_beyond_head", what: "The window ends at a block that is not there yet." },
    { reason: "bad_window", what: "The window ends before it begins." },
    { reason: "window_too_wide", what: "More than 100,000 blocks at once." },
    { reason: "logs_not_read", what: "Our node gave no logs of these blocks." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
