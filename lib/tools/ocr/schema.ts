import { z } from "zod";
import type { ToolSchema } from "../define";

/** Base64 of 3 MB, the opening words of a data: URL, and room for line breaks. */
const MAX_IMAGE_TEXT = 4_300_000;

export const input = z
  .object({
    image: z
      .string()
      .trim()
      .min(1)
      .max(MAX_IMAGE_TEXT, "A picture may have 3 MB at most.")
      .optional()
      .describe("The picture: base64, or a data: URL. PNG, JPEG, WebP, GIF or BMP, at most 3 MB and 16 million pixels."),
    url: z.string().trim().min(1).max(2_048).optional().describe("Where the picture lies, in place of image."),
    min_confidence: z.number().min(0).max(100).default(0).describe("Words that were read with less confidence (0 to 100) are left out."),
  })
  .refine(({ image, url }) => image !== undefined || url !== undefined, { path: ["image"], message: "Send image or url." })
  .refine(({ image, url }) => image === undefined || url === undefined, { path: ["url"], message: "Send image or url, not both." });

const box = z
  .object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })
  .describe("Pixels of the picture as people see it, from its top left corner.");
const confidence = z.number().min(0).max(100);

const word = z.object({ text: z.string(), confidence, box });
const line = z.object({ text: z.string(), confidence, box, words: z.array(word) });
const block = z.object({ confidence, box, lines: z.array(line) });

export const output = z.object({
  text: z.string().describe("All lines in the order of reading, an empty line between blocks; empty where no text was found."),
  confidence: confidence.nullable().describe("Mean of the words' confidence, 0 to 100; null where no text was found."),
  language: z.literal("eng").describe("The language that the reader knows; other scripts come out as nonsense of low confidence."),
  image: z.object({
    format: z.enum(["png", "jpeg", "webp", "gif", "bmp"]),
    width: z.number().int().describe("Pixels, after the turn that the file itself asks for."),
    height: z.number().int(),
    bytes: z.number().int(),
    url: z.string().nullable().describe("Where it came from in the end; null for one that was sent."),
    turned_degrees: z.number().int().describe("Clockwise; what it took to bring the text upright. Boxes are those before."),
    slope_degrees: z.number().describe("Clockwise; how far the lines of the upright picture lie off the level."),
  }),
  counts: z.object({ blocks: z.number().int(), lines: z.number().int(), words: z.number().int() }),
  blocks: z.array(block).describe("Paragraphs with their lines and words, as far as left_out says."),
  left_out: z.object({
    words_below_confidence: z.number().int(),
    words_beyond_limit: z.number().int().describe("Words of the text that have no box here, since the answer would be too long."),
    text_characters: z.number().int(),
  }),
  took_ms: z.number().int(),
});

export type OcrInput = z.output<typeof input>;
export type OcrAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    image: { label: "Picture", note: "PNG, JPEG, WebP, GIF or BMP, up to 3 MB.", file: "image", insteadOf: "url" },
    url: { label: "Or its address", placeholder: "https://…", mono: true, insteadOf: "image" },
    min_confidence: { label: "Least confidence", placeholder: "0", note: "0 keeps every word." },
  },
};
