import { z } from "zod";
import type { ToolSchema } from "../../define";

/** Tokens of the answer when the request says nothing. */
export const DEFAULT_MAX_TOKENS = 1_024;
export const MOST_MAX_TOKENS = 32_768;
/** The most text that is read of a request, images left out. */
export const MOST_TEXT = 400_000;

const message = z.looseObject({
  role: z.string().min(1).max(32).describe("system, user, assistant, tool."),
  content: z.unknown().optional().describe("Text, or parts: {type: text, text} and {type: image_url, image_url: {url}}."),
});

const maxTokens = z.number().int().min(1).max(MOST_MAX_TOKENS);

/** The OpenAI protocol's request; fields that are not named here are handed on as they are. */
export const input = z.looseObject({
  model: z.string().min(1).max(200).describe("One of the ids of GET /api/v1/models."),
  messages: z.array(message).min(1).max(500),
  max_tokens: maxTokens
    .optional()
    .describe(`The most tokens of the answer; ${DEFAULT_MAX_TOKENS} when left out. The price is made with it.`),
  max_completion_tokens: maxTokens.optional().describe("The newer name of max_tokens."),
  stream: z.boolean().optional().describe("Server-sent events; the payment settles when the first token is there."),
  n: z.number().int().min(1).max(8).optional().describe("So many answers; each may have max_tokens."),
  temperature: z.number().min(0).max(2).optional(),
});

const choice = z.looseObject({ index: z.number().int().optional(), finish_reason: z.string().nullable().optional() });

/** The OpenAI protocol's answer, as the model's server gave it. */
export const output = z.looseObject({
  id: z.string().optional(),
  object: z.string().optional(),
  model: z.string().optional(),
  choices: z.array(choice).min(1),
  usage: z.looseObject({}).nullable().optional().describe("Tokens as the model's server counted them."),
});

export type ChatInput = z.output<typeof input>;
export type ChatAnswer = z.output<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    model: { label: "Model", mono: true },
    messages: { label: "Your message", as: "chat" },
    stream: { label: "Stream", as: "hidden", always: true },
    n: { label: "Answers", as: "hidden" },
    max_completion_tokens: { label: "Longest answer", as: "hidden" },
    max_tokens: { label: "Longest answer", placeholder: String(DEFAULT_MAX_TOKENS), note: "In tokens. You pay for this much." },
    temperature: { label: "Temperature", placeholder: "The model's own" },
  },
};
