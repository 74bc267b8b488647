import type { ToolDefinition } from "../define";

export const definition = {
  code: "A5",
  slug: "approvals-check",
  category: "A",
  question: "Who may take this address's tokens, and which of them should I stop?",
  description:
    "Finds the open approvals of an address (tokens, collections, Permit2), says what each could take now and why it is a danger, and hands out the calls that end them. It sends nothing.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["approvals", "allowance", "revoke", "permit2", "evm"],
  timeoutMs: 20_000,
  examples: {
    "eip155:8453": { address: "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045" },
    "eip155:84532": { address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" },
  },
  cannotKnow: [
    "Approvals that were given without an event, or in blocks that could not be read; `window` says which were.",
    "Signatures that were given away and not used yet.",
    "What a spender's code will do with what it may take. A contract that looks well may be told to take it.",
  ],
  faults: [
    { reason: "nothing_here", what: "Nothing ever happened at this address on this chain." },
    { reason: "bad_cursor", what: "The cursor belongs to another question." },
    { reason: "logs_not_read", what: "Our node gave no logs." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 20 s." },
  ],
} as const satisfies ToolDefinition;
