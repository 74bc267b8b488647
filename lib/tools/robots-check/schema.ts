import { z } from "zod";
import { finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

const MOST_BOTS = 20;

export const input = z.object({
  url: urlInput,
  bots: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,49}$/, "A robot's name has up to 50 letters, digits, - and _."),
    )
    .max(MOST_BOTS)
    .optional()
    .describe("Names of more robots to look up, beside the well-known ones."),
  max_age: maxAgeInput,
});

const rule = z
  .object({ line: z.number().int(), text: z.string().describe("The line as it stands in robots.txt.") })
  .nullable()
  .describe("The line that decided; null where no rule fits, which allows.");

const bot = z.object({
  name: z.string(),
  operator: z.string().nullable(),
  purpose: z.enum(["search", "ai_training", "ai_search", "ai_user", "other"]),
  verdict: z.enum(["allowed", "disallowed", "unknown"]).describe("By robots.txt alone."),
  rule,
  group: z.enum(["own", "*"]).nullable().describe("own: a group names this robot. *: the group of everybody was read."),
  crawl_delay: z.number().nullable().describe("Seconds that the group asks for between two requests."),
  may_index: z
    .enum(["yes", "no", "unknown"])
    .describe("May it list the page, by meta tags and X-Robots-Tag? unknown: the page could not be read."),
  index_rule: z.string().nullable(),
});

export const output = z.object({
  url: z.string(),
  robots: z.object({
    url: z.string(),
    state: z.enum(["read", "none", "away"]).describe("none: the site has none, so all is allowed. away: nobody can say now."),
    status: z.number().int().nullable(),
    why: z.string(),
    bytes_cut: z.boolean().describe("It is longer than the 500 KiB that robots read."),
    lines: z.number().int(),
    groups: z.number().int(),
    age_seconds: z.number().int(),
  }),
  summary: z.string(),
  bots: z.array(bot),
  page: z.object({
    status: z.number().int().nullable(),
    why_not_read: z.string().nullable(),
    directives: z
      .array(z.object({ agent: z.string(), rules: z.array(z.string()), source: z.enum(["meta", "header"]) }))
      .describe("What meta robots tags and X-Robots-Tag say, and to whom."),
  }),
  sitemaps: z.array(z.string()),
  findings: z.array(finding),
  left_out: z.object({ sitemaps: z.number().int(), faults: z.number().int() }),
});

export type RobotsCheckInput = z.output<typeof input>;
export type RobotsCheckAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    url: { ...urlField, note: "A page, or a site's start." },
    bots: { label: "More robots", placeholder: "One name a line" },
    max_age: maxAgeField,
  },
};
