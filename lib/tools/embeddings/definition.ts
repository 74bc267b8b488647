import { LOCAL_EMBEDDINGS } from "../../inference/local/models";
import type { ToolDefinition } from "../define";

const example = {
  model: LOCAL_EMBEDDINGS.id,
  input: ["The bakery opens at seven.", "Bread is sold from seven in the morning.", "The moon has no air."],
};

export const definition = {
  code: "E2",
  slug: "embeddings",
  category: "E",
  question: "Where do these texts lie in a model's space of meaning?",
  description: `The OpenAI embeddings protocol: a vector for each text, to search, group or compare by. ${LOCAL_EMBEDDINGS.id} runs here and is small: ${LOCAL_EMBEDDINGS.quality.verdict}`,
  price: "0.001",
  pricing:
    "Input tokens at the model's rate (GET /api/v1/models). They are counted exactly for the model that runs here and for OpenAI's; for others at most 1.6 times OpenAI's count, or one token a byte.",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["embeddings", "vectors", "openai", "search"],
  timeoutMs: 30_000,
  maxInputBytes: 2 * 1024 * 1024,
  examples: { "eip155:8453": example, "eip155:84532": example },
  cannotKnow: [
    `How near two meanings really are. Measured on ${LOCAL_EMBEDDINGS.quality.set}, ${LOCAL_EMBEDDINGS.id} puts a paraphrase nearer than an unrelated sentence in ${LOCAL_EMBEDDINGS.quality.paraphraseOverUnrelated * 100} % of cases, and nearer than a near miss in only ${LOCAL_EMBEDDINGS.quality.paraphraseOverNearMiss * 100} %.`,
    "Whether near vectors mean the same: that is the model's judgement, and each model's is another.",
  ],
  faults: [
    { reason: "model_unknown", what: "No server here offers this model." },
    { reason: "model_unavailable", what: "The model's servers are away." },
    { reason: "model_refused", what: "The model, or its server, refused the request itself." },
    { reason: "model_busy", what: "The model takes no more calls now." },
    { reason: "upstream_failed", what: "No server of the model gave an answer." },
    { reason: "no_text", what: "One of the texts is empty." },
    { reason: "too_many_texts", what: "More texts than the model takes at once." },
    { reason: "input_too_long", what: "More tokens than the model that runs here takes at once." },
    { reason: "queue_full", what: "The model that runs here has too much to do now." },
    { reason: "text_too_long", what: "More than 400,000 characters in all." },
    { reason: "too_slow", what: "No answer within 30 s." },
  ],
} as const satisfies ToolDefinition;
