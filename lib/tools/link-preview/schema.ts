import { z } from "zod";
import { fetched, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({ url: urlInput, max_age: maxAgeInput });

const sourced = z
  .object({ value: z.string(), source: z.string().describe("The tag that it was read from, such as og:title.") })
  .nullable()
  .describe("null: the page doesn't say.");

const picture = z
  .object({
    url: z.string(),
    source: z.string(),
    alt: z.string().nullable(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    type: z.string().nullable(),
    size_from: z
      .enum(["file", "page", "not_measured"])
      .describe("file: read from the picture itself. page: as the page claims. not_measured: nobody says."),
    answered: z.boolean().nullable().describe("Did the picture's address answer with a picture? null: it could not be asked."),
  })
  .nullable();

const tag = z.object({ key: z.string(), content: z.string() });

export const output = z.object({
  page: fetched,
  title: sourced,
  description: sourced,
  image: picture,
  site_name: sourced,
  favicon: z
    .object({ url: z.string(), source: z.string(), type: z.string().nullable(), sizes: z.string().nullable() })
    .nullable()
    .describe("The best icon that the page names, else /favicon.ico where there is one."),
  type: sourced.describe("What the page is, by og:type or its structured data."),
  canonical: sourced,
  author: sourced,
  published: sourced,
  modified: sourced,
  language: sourced,
  theme_colour: sourced,
  card: sourced.describe("The kind of Twitter card."),
  open_graph: z.array(tag).describe("Every og:, article:, product:, profile:, book:, music: and video: tag, in order."),
  twitter: z.array(tag),
  oembed: z
    .object({
      url: z.string(),
      answered: z.boolean(),
      type: z.string().nullable(),
      title: z.string().nullable(),
      author: z.string().nullable(),
      provider: z.string().nullable(),
      thumbnail: z.string().nullable(),
      width: z.number().nullable(),
      height: z.number().nullable(),
    })
    .nullable()
    .describe("What the page's own oEmbed address says; null where it names none."),
  tags_left_out: z.number().int().describe("Tags beyond those listed."),
});

export type LinkPreviewInput = z.output<typeof input>;
export type LinkPreviewAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = { input, output, fields: { url: urlField, max_age: maxAgeField } };
