import { z } from "zod";
import { maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

const MOST_PAGES = 10;

export const input = z.object({
  url: urlInput,
  pages: z
    .number()
    .int()
    .min(1)
    .max(MOST_PAGES)
    .default(1)
    .describe("How many pages of the site, 1 to 10. Further ones are found by links and the sitemap, as robots.txt allows."),
  max_age: maxAgeInput,
});

const level = z.enum(["error", "warning", "notice"]).describe("error: mend it. warning: better mended. notice: worth knowing.");
const category = z.enum([
  "crawl",
  "head",
  "content",
  "links",
  "performance",
  "images",
  "structured_data",
  "social",
  "international",
  "security",
  "ai",
]);

const place = z.object({
  text: z.string().describe("What was found."),
  page: z.string().optional().describe("On which page, where the call covers several."),
  selector: z.string().optional(),
  snippet: z.string().optional().describe("The element's own tag, cut."),
  header: z.string().optional().describe("The HTTP header."),
  line: z.number().int().optional().describe("Line of robots.txt."),
  url: z.string().optional().describe("The address that it is about."),
});

const issue = z.object({
  id: z.string(),
  level,
  category,
  title: z.string(),
  why: z.string(),
  mend: z.string(),
  where: z.array(place),
  where_left_out: z.number().int().describe("Places beyond those listed."),
  pages: z.array(z.string()).optional().describe("The pages that have it, where the call covers several."),
  taken: z.number().describe("Points that it takes from its category."),
});

const score = z.object({
  value: z.number().int().min(0).max(100).describe("Higher is better."),
  made: z.string().describe("How it is made, in words; the figures beside it let you make it again."),
  before_cap: z.number().int(),
  cap: z.number().int().describe("The most that is reached while `capped_by` names an issue that keeps the page from being found."),
  capped_by: z.array(z.string()),
  takes: z.object({ error: z.number(), warning: z.number(), notice: z.number() }),
  categories: z.array(
    z.object({
      id: category,
      weight: z.number().describe("All weights together are 100."),
      taken: z.number(),
      score: z.number().nullable().describe("100 less what is taken, at least 0; null: nothing in it could be judged, and it is left out."),
    }),
  ),
});

const page = z.object({
  url: z.string(),
  asked: z.string(),
  found_by: z.enum(["asked", "link", "sitemap"]),
  status: z.number().int(),
  redirects: z.array(z.object({ url: z.string(), status: z.number().int(), to: z.string().nullable() })),
  content_type: z.string().nullable(),
  bytes: z.number().int().describe("Of HTML, unpacked."),
  cut: z.boolean().describe("Only the beginning was read."),
  fetched_at: z.string(),
  age_seconds: z.number().int(),
  first_byte_ms: z.number(),
  total_ms: z.number(),
  compression: z.string().nullable(),
  cache_control: z.string().nullable(),
  title: z.string().nullable(),
  title_characters: z.number().int(),
  title_pixels: z.number().int().describe("About, at 20 px in a plain sans serif."),
  description: z.string().nullable(),
  description_characters: z.number().int(),
  canonical: z.string().nullable().describe("null: none, or several that differ."),
  robots: z.array(z.string()).describe("What meta elements and X-Robots-Tag say, robot first."),
  language: z.string().nullable(),
  charset: z.string(),
  charset_from: z.string(),
  headings: z.array(z.object({ level: z.number().int(), text: z.string() })),
  headings_left_out: z.number().int(),
  words: z.number().int().describe("In scripts without gaps two signs count as one."),
  main_words: z.number().int().describe("Without menus, head and foot."),
  links: z.object({
    inside: z.number().int(),
    outside: z.number().int(),
    nofollow: z.number().int(),
    not_read: z.number().int().describe("Beyond the 2,000 that are looked at."),
  }),
  images: z.object({ count: z.number().int(), without_alt: z.number().int(), lazy: z.number().int() }),
  hreflang: z.array(z.object({ code: z.string(), url: z.string().nullable() })),
  structured_data: z.array(z.string()).describe("Types in its JSON-LD."),
  other_structured_data: z.number().int().describe("Elements with microdata or RDFa types."),
  open_graph: z.array(z.object({ name: z.string(), content: z.string() })),
  twitter: z.array(z.object({ name: z.string(), content: z.string() })),
  scripts: z.object({ count: z.number().int(), blocking: z.number().int(), inline_bytes: z.number().int() }),
  styles: z.object({ count: z.number().int(), blocking: z.number().int(), inline_bytes: z.number().int() }),
  elements: z.number().int(),
  depth: z.number().int(),
});

const probe = z.object({ url: z.string(), status: z.number().int().nullable().describe("null: no answer.") });

const site = z.object({
  origin: z.string(),
  robots_txt: z.object({
    state: z.enum(["read", "none", "away", "unknown"]),
    why: z.string(),
    bots: z.array(
      z.object({
        bot: z.string(),
        for: z.enum(["search", "ai"]),
        allowed: z.boolean(),
        rule: z.string().nullable(),
        line: z.number().int().nullable(),
      }),
    ),
  }),
  sitemaps: z.array(
    z.object({
      url: z.string(),
      status: z.number().int().nullable(),
      addresses: z.number().int(),
      partial: z.boolean(),
      fault: z.string().nullable(),
    }),
  ),
  llms_txt: probe,
  made_up_address: probe.describe("What an address answers that can't exist."),
  icon: probe,
  links_tried: z.array(probe),
  images_tried: z.array(probe),
});

export const output = z.object({
  url: z.string(),
  summary: z.string(),
  score,
  counts: z.object({ error: z.number().int(), warning: z.number().int(), notice: z.number().int() }),
  issues: z.array(issue).describe("The worst first."),
  passed: z.array(z.string()),
  not_applicable: z.array(z.string()).describe("Checks that had nothing to look at."),
  not_measured: z.array(z.object({ id: z.string(), why: z.string(), pages: z.array(z.string()).optional() })),
  checks_run: z.number().int().describe("Checks that came to a result."),
  pages: z.array(page),
  pages_missed: z.array(z.object({ url: z.string(), why: z.string(), status: z.number().int().nullable() })),
  site,
  requests: z.number().int().describe("What was asked of the net for this answer, redirects not counted."),
});

export type SeoAuditInput = z.output<typeof input>;
export type SeoAuditAnswer = z.infer<typeof output>;
export type SeoIssue = z.infer<typeof issue>;
export type SeoPage = z.infer<typeof page>;
export type SeoSite = z.infer<typeof site>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    url: urlField,
    pages: { label: "Pages", placeholder: "1", note: "1 to 10. The first costs $0.01, each further one $0.004." },
    max_age: maxAgeField,
  },
};
