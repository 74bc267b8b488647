import type { ToolDefinition } from "../define";

const example = {
  model: "text-embedding-3-small",
  input: ["The bakery opens at seven.", "Bread is sold from seven in the morning.", "The moon has no air."],
};

export const definition = {
  code: "E2",
  slug: "embeddings",
  category: "E",
  question: "Where do these texts lie in a model's space of meaning?",
  description: "The OpenAI embeddings protocol: a vector for each text, to search, group or compare by.",
  price: "0.001",
  pricing:
    "Input tokens at the model's rate (GET /api/v1/models), counted with OpenAI's own tokenizer for its models; for others at most 1.6 times that, or one token a byte.",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["embeddings", "vectors", "openai", "search"],
  timeoutMs: 30_000,
  maxInputBytes: 2 * 1024 * 1024,
  examples: { "eip155:8453": example, "eip155:84532": example },
  cannotKnow: ["Whether near vectors mean the same: that is the model's judgement, and each model's is another."],
  faults: [
    { reason: "model_unknown", what: "No server here offers this model." },
    { reason: "model_unavailable", what: "The model's servers are away." },
    { reason: "model_refused", what: "The model, or its server, refused the request itself." },
    { reason: "model_busy", what: "The model takes no more calls now." },
    { reason: "upstream_failed", what: "No server of the model gave an answer." },
    { reason: "text_too_long", what: "More than 400,000 characters in all." },
    { reason: "too_slow", what: "No answer within 30 s." },
  ],
} as const satisfies ToolDefinition;
