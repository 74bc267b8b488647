import { z } from "zod";
import { fetched, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

/** Of the Markdown, when a call says nothing. */
export const USUAL_CHARS = 50_000;

export const input = z.object({
  url: urlInput,
  render: z.boolean().optional().describe("Open the page in a real browser and read what stands there once its scripts have run."),
  include_links: z
    .boolean()
    .optional()
    .describe("Keep the addresses of links, in the Markdown and as a list. Without, only their words are kept."),
  include_images: z.boolean().optional().describe("Keep pictures, as addresses with their descriptions. Without, they are left out."),
  max_chars: z
    .number()
    .int()
    .min(200)
    .max(200_000)
    .optional()
    .describe(`The Markdown is cut after so many characters; ${USUAL_CHARS} when left out.`),
  max_age: maxAgeInput,
});

const said = z.string().nullable().describe("null: the page doesn't say.");

export const output = z.object({
  page: fetched,
  rendered: z.boolean().describe("A browser ran its scripts first; status and address are what the browser came to."),
  kind: z.enum(["article", "page", "pdf", "text"]),
  method: z
    .enum(["readability", "body", "pdf", "as_is"])
    .describe("readability: its main part was found. body: it was not, so all of the page is here. as_is: it was text already."),
  markdown: z.string(),
  truncated: z.boolean().describe("There is more than is here: by `max_chars`, or because the document is larger than is read."),
  characters: z.number().int().describe("Of the whole Markdown, before `max_chars` cut it."),
  title: said,
  author: said,
  site: said,
  published: said.describe("ISO 8601; the day alone where the page names no zone. null: the page doesn't say."),
  modified: said,
  excerpt: said,
  language: z.object({
    declared: z.string().nullable().describe("What the document claims, as BCP 47."),
    detected: z.string().nullable().describe("What the text itself was taken for; null where it is too short to say."),
  }),
  word_count: z.number().int(),
  reading_minutes: z.number().int(),
  links: z.array(z.object({ url: z.string(), text: z.string() })).describe("At most 200; empty unless `include_links` asks for them."),
  links_total: z.number().int().describe("Different addresses in the part that was kept."),
  images: z.array(z.object({ url: z.string(), alt: z.string() })).describe("At most 200; empty unless `include_images` asks for them."),
  images_total: z.number().int(),
  hidden: z
    .object({
      elements: z.number().int(),
      characters: z.number().int(),
      invisible_characters: z.number().int().describe("Characters without a shape that stood in what was kept."),
    })
    .describe("Text that people don't see and machines would have read. It was left out."),
  pdf: z.object({ pages: z.number().int(), pages_read: z.number().int() }).nullable(),
  robots: z
    .object({
      allowed: z.boolean().nullable().describe("null: the site's robots.txt could not be had."),
      rule: z.string().nullable().describe("The line that decided, with its number."),
    })
    .describe("What the site's robots.txt says to our robot about this address. It is told, and left to you: one page at a person's wish."),
});

export type WebExtractInput = z.output<typeof input>;
export type WebExtractAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    url: { ...urlField, note: "A page, a text or a PDF." },
    render: { label: "Run its scripts" },
    include_links: { label: "Keep links" },
    include_images: { label: "Keep pictures" },
    max_chars: { label: "Longest Markdown", placeholder: String(USUAL_CHARS), note: "Characters, up to 200000." },
    max_age: maxAgeField,
  },
};
