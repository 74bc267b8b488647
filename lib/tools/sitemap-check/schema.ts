import { z } from "zod";
import { finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({
  url: urlInput.describe("A sitemap's address, or any address of the site: then its sitemaps are looked for."),
  sample: z.number().int().min(0).max(20).optional().describe("How many of the pages are asked. 10 when left out, 0 for none."),
  max_age: maxAgeInput,
});

const file = z.object({
  url: z.string(),
  kind: z.enum(["urlset", "index", "text", "feed", "none"]).describe("none: it is no sitemap, or could not be read."),
  status: z.number().int().nullable(),
  packed: z.boolean().describe("A file packed with gzip."),
  bytes: z.number().int().describe("Unpacked."),
  entries: z.number().int(),
  cut: z.boolean().describe("Only its beginning was read."),
  fault: z.string().nullable(),
});

const page = z.object({
  url: z.string(),
  verdict: z
    .enum(["ok", "redirect", "missing", "error", "noindex", "forbidden", "not_asked"])
    .describe("forbidden: robots.txt keeps our robot from it. not_asked: see note."),
  status: z.number().int().nullable(),
  ms: z.number().nullable(),
  note: z.string().nullable(),
});

export const output = z.object({
  url: z.string(),
  found_by: z.enum(["given", "robots.txt", "usual address", "nowhere"]),
  summary: z.string(),
  files: z.array(file),
  files_left_out: z.number().int().describe("Sitemaps that an index or robots.txt names and that were not read."),
  entries: z.object({
    listed: z.number().int(),
    distinct: z.number().int(),
    at_least: z.boolean().describe("Not everything was read, so there are more."),
    with_lastmod: z.number().int(),
    newest_lastmod: z.string().nullable(),
    oldest_lastmod: z.string().nullable(),
    other_hosts: z.number().int(),
  }),
  sample: z.array(page).describe("Pages that were asked, spread over the whole list."),
  findings: z.array(finding),
});

export type SitemapCheckInput = z.output<typeof input>;
export type SitemapCheckAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    url: { ...urlField, note: "A site, or a sitemap itself." },
    sample: { label: "Pages to ask", placeholder: "10" },
    max_age: maxAgeField,
  },
};
