import { z } from "zod";
import type { ToolSchema } from "../define";

export const input = z.object({
  text: z
    .string()
    .min(1)
    .max(20_000, "A text may have 20,000 characters at most.")
    .refine((text) => text.trim() !== "", "There is nothing in this text.")
    .describe("The text, up to 20,000 characters. A sentence is enough; single words mostly are not."),
});

const language = z.object({
  code: z.string().describe("ISO 639-3."),
  iso_639_1: z.string().nullable().describe("The two-letter code, where there is one."),
  name: z.string().describe("In English."),
});

export const output = z.object({
  status: z.enum(["identified", "unknown"]).describe("unknown: the text is too short, has no letters, or two languages fit alike."),
  unknown_because: z.enum(["too_short", "no_letters", "too_close"]).nullable(),
  language: language.nullable(),
  confidence: z
    .enum(["high", "medium", "low"])
    .nullable()
    .describe("From the lead over the second candidate, not a probability. The tool's page says how often each was right."),
  basis: z
    .enum(["script", "words"])
    .nullable()
    .describe("script: no other known language is written so. words: letters, small words and spelling."),
  script: z
    .object({ code: z.string().describe("ISO 15924."), name: z.string(), share: z.number().min(0).max(1).describe("Of the letters.") })
    .nullable(),
  candidates: z
    .array(language.extend({ score: z.number().describe("Fit, the best candidate's being 1. Not a probability.") }))
    .describe("The best five, the best first."),
  parts: z
    .array(z.object({ from: z.number().int(), to: z.number().int(), code: z.string(), name: z.string() }))
    .describe(
      "Where a long text was read in several places and they differ: characters from, to, and the language there. Otherwise empty.",
    ),
  characters: z.object({ given: z.number().int(), read: z.number().int() }),
});

export type LanguageIdInput = z.output<typeof input>;
export type LanguageIdAnswer = z.infer<typeof output>;
export type Language = z.infer<typeof language>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: { text: { label: "Text", placeholder: "A sentence or more", as: "long" } },
};
