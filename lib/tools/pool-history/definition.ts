import type { ToolDefinition } from "../define";

export const definition = {
  code: "B4",
  slug: "pool-history",
  category: "B",
  question: "How did this pool's price, depth and trade go?",
  description:
    "One V2 or V3 pool over a window of blocks, in slices: price, what it held, how much was traded, and liquidity that came and went. Made from what the pool itself logged.",
  price: "0.005",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["defi", "uniswap", "price", "liquidity", "history"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { pool: "0xd0b53D9277642d899DF5C87A3966A349A798F224", from_block: "600s" },
    "eip155:84532": { pool: "0x94bfc0574FF48E92cE43d495376C477B1d0EEeC0", from_block: "86400s" },
  },
  cannotKnow: [
    "Prices anywhere else: they are this pool's, in its own quote token, and a shallow pool's price says little.",
    "What happened within a slice beyond its first, highest, lowest and last price.",
    "Of V3: how much lies near the price. What the pool holds is all of it, unclaimed fees with it.",
    "Tokens that somebody sent to the pool without a trade: they show only once the pool counts them.",
  ],
  faults: [
    { reason: "not_a_pool", what: "There is no V2 or V3 pool at the address." },
    { reason: "block_beyond_head", what: "The window ends at a block that is not there yet." },
    { reason: "bad_window", what: "The window ends before it begins." },
    { reason: "window_too_wide", what: "More than 100,000 blocks at once." },
    { reason: "logs_not_read", what: "Our node gave no logs of these blocks." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
