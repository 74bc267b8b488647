import { WEB_FAULTS } from "../../../web/faults";
import type { ToolDefinition } from "../../define";

const example = { model: "gpt-4o-mini", messages: [{ role: "user", content: "Say hello in one short sentence." }], max_tokens: 64 };

export const definition = {
  code: "E1",
  slug: "chat/completions",
  category: "E",
  question: "What does a language model say to this?",
  description: "The OpenAI chat protocol, streaming, tools and images included, paid for by the request instead of by an account.",
  price: "0.001",
  pricing:
    "Input tokens and max_tokens of output, each at the model's rate (GET /api/v1/models). Input is counted with OpenAI's own tokenizer for its models; for others at most 1.6 times that, or one token a byte. An image counts as 1,500 tokens, 85 with low detail; 8 more for each message.",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["llm", "chat", "openai", "gpt", "stream"],
  // Clients sign for 60 s at the least, and settlement needs some of it; longer answers stream.
  timeoutMs: 50_000,
  maxInputBytes: 4 * 1024 * 1024,
  examples: { "eip155:8453": example, "eip155:84532": example },
  cannotKnow: [
    "Whether what the model says is true.",
    "How many tokens it will really need: you pay for the most that it may, and the receipt says what was used.",
  ],
  faults: [
    { reason: "model_unknown", what: "No server here offers this model." },
    { reason: "model_unavailable", what: "The model's servers are away." },
    { reason: "model_refused", what: "The model's server refused the request itself." },
    { reason: "model_busy", what: "The model's servers take no more calls now." },
    { reason: "upstream_failed", what: "No server of the model gave an answer." },
    { reason: "text_too_long", what: "More than 400,000 characters of text." },
    { reason: "too_many_images", what: "More than 20 pictures that are named by their addresses." },
    ...WEB_FAULTS.filter(({ reason }) => ["bad_url", "address_not_allowed", "unreachable"].includes(reason)),
    { reason: "too_slow", what: "No first token, or no whole answer without stream, within 50 s." },
  ],
} as const satisfies ToolDefinition;
