import type { ToolDefinition } from "../define";

export const definition = {
  code: "B3",
  slug: "whale-swaps",
  category: "B",
  question: "Who swapped a lot, and how much?",
  description:
    "Swaps in a pool, or in all pools of a token, above a size that you name: in the pool's own quote token, or as a share of what the pool held. Newest first, page by page.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["defi", "uniswap", "swaps", "whales"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { address: "0xd0b53D9277642d899DF5C87A3966A349A798F224", from_block: "600s", min_quote: "10000" },
    "eip155:84532": { address: "0x4200000000000000000000000000000000000006", from_block: "3600s" },
  },
  cannotKnow: [
    "Trades that went past these pools: on other exchanges, or against somebody's own stock.",
    "The person behind an address, and whether several addresses are one. Who did it is whoever signed the transaction.",
    "Whether a swap was half of an arbitrage.",
    "Of V3: a share is of the liquidity in range after the swap, not of all that lies in the pool.",
  ],
  faults: [
    { reason: "not_a_pool", what: "There is neither a pool nor a token at the address." },
    { reason: "no_pool", what: "No known pool trades the token against ether or dollars." },
    { reason: "several_quotes", what: "`min_quote` for a token whose pools count in different tokens." },
    { reason: "decimals_unknown", what: "`min_quote` for a quote token that doesn't tell its decimals." },
    { reason: "block_beyond_head", what: "The window ends at a block that is not there yet." },
    { reason: "bad_window", what: "The window ends before it begins." },
    { reason: "window_too_wide", what: "More than 100,000 blocks at once." },
    { reason: "bad_cursor", what: "The cursor was made for another question." },
    { reason: "logs_not_read", what: "Our node gave no logs of these blocks." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
