import type { ToolDefinition } from "../define";

export const definition = {
  code: "A6",
  slug: "tx-preflight",
  category: "A",
  question: "What would this transaction, or this signature, really do?",
  description:
    "Runs a transaction on a copy of the chain before anybody signs it: would it go through, what changes for every account it touches, who may take what afterwards, and what about it is a risk. Or reads what a signature would allow.",
  price: "0.005",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["transaction", "simulation", "approvals", "eip712", "evm"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": {
      from: "0x000000000000000000000000000000000000dEaD",
      to: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
      data: "0x095ea7b300000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    },
    "eip155:84532": {
      from: "0x000000000000000000000000000000000000dEaD",
      to: "0x036CbD53842c5426634e7929541eC2318f3dCF7e",
      data: "0x095ea7b300000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    },
  },
  cannotKnow: [
    "What else happens between the block that the answer names and the one that takes the transaction: prices move, and others may be faster.",
    "What a rollup adds to the fee for its data.",
    "What a contract would do for another sender, or in a call that comes later.",
    "Whether a price is fair.",
  ],
  faults: [
    { reason: "wrong_chain", what: "The transaction, or the signature, is for another chain." },
    { reason: "bad_transaction", what: "The bytes are no transaction that we can read." },
    { reason: "no_sender", what: "The transaction is not signed, and nobody is named as its sender." },
    { reason: "chain_not_served", what: "The market has no node for the chain that was asked." },
    { reason: "chain_unreachable", what: "Our node did not answer." },
    { reason: "too_slow", what: "No answer within 15 s." },
  ],
} as const satisfies ToolDefinition;
