import { z } from "zod";
import type { ToolSchema } from "../define";

export const MOST_TEXTS = 256;

const text = z.string().min(1).max(60_000);
const tokens = z.array(z.number().int().min(0)).min(1).max(20_000);

/** The OpenAI protocol's request; fields that are not named here are handed on as they are. */
export const input = z.looseObject({
  model: z.string().min(1).max(200).describe("One of the ids of GET /api/v1/models whose kind is embedding."),
  input: z
    .union([text, z.array(text).min(1).max(MOST_TEXTS), tokens, z.array(tokens).min(1).max(MOST_TEXTS)])
    .describe(`A text, or up to ${MOST_TEXTS} texts.`),
  encoding_format: z.enum(["float", "base64"]).optional().describe("float when left out; base64 is little-endian 32-bit floats."),
  dimensions: z.number().int().min(1).max(10_000).optional().describe("Fewer dimensions, where the model can."),
});

const embedding = z.looseObject({
  object: z.string().optional(),
  index: z.number().int(),
  embedding: z.union([z.array(z.number()), z.string()]),
});

/** The OpenAI protocol's answer. */
export const output = z.looseObject({
  object: z.string().optional(),
  model: z.string().optional(),
  data: z.array(embedding).min(1),
  usage: z.looseObject({}).nullable().optional(),
});

export type EmbeddingsInput = z.output<typeof input>;
export type EmbeddingsAnswer = z.output<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    model: { label: "Model", mono: true },
    input: { label: "Texts", as: "lines" },
    encoding_format: { label: "Encoding", as: "hidden" },
    dimensions: { label: "Dimensions", placeholder: "The model's own" },
  },
};
