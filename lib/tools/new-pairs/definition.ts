import type { ToolDefinition } from "../define";

export const definition = {
  code: "B1",
  slug: "new-pairs",
  category: "B",
  question: "Which pools were opened lately, and with what?",
  description:
    "Reads what Uniswap's V2 and V3 factories logged in a window of blocks: both tokens, who opened the pool, and the first liquidity in it. Newest first, page by page.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["defi", "uniswap", "pools", "new tokens"],
  timeoutMs: 15_000,
  examples: { "eip155:8453": { from_block: "600s" }, "eip155:84532": { limit: 10 } },
  cannotKnow: [
    "Pools of other exchanges than Uniswap V2 and V3.",
    "What a token is: symbols are what tokens call themselves, and anybody may use any. Ask token-safety before you buy.",
    "Whether the liquidity is still there: it tells of the first that came in.",
    "The person behind an address. Who opened a pool is whoever signed the transaction.",
  ],
  faults: [
    { reason: "block_beyond_head", what: "The window ends at a block that is not there yet." },
    { reason: "bad_window", what: "The window ends before it begins." },
    { reason: "window_too_wide", what: "More than 200,000 blocks at once." },
    { reason: "bad_cursor", what: "The cursor was made for another question." },
    { reason: "logs_not_read", what: "Our node gave no logs of these blocks." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
