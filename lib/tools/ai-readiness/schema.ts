import { z } from "zod";
import { fetched, finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({ url: urlInput, max_age: maxAgeInput });

const rule = z.object({
  id: z.string(),
  title: z.string(),
  what: z.string().describe("How its points are given."),
  points: z.number().describe("The most that can be had."),
  got: z.number().nullable().describe("null: not measured, and left out of the score."),
});

const bot = z.object({
  name: z.string(),
  operator: z.string(),
  purpose: z
    .enum(["ai_search", "ai_user", "ai_training"])
    .describe("ai_search: it lists pages for answers. ai_user: it reads at a person's wish. ai_training: it collects for models."),
  verdict: z.enum(["allowed", "disallowed"]).describe("By robots.txt."),
  rule: z
    .object({ line: z.number().int(), text: z.string() })
    .nullable()
    .describe("The line that decided; null where no rule fits, which allows."),
  group: z.enum(["own", "*"]).nullable(),
});

const state = z
  .enum(["present", "absent", "malformed", "closed", "not_asked", "no_answer"])
  .describe("not_asked: robots.txt keeps our robot from it, or enough was asked.");

const file = z.object({ url: z.string(), state, note: z.string().nullable() });

export const output = z.object({
  url: z.string(),
  page: fetched.nullable().describe("null: robots.txt keeps our robot from it, so it was not read."),
  verdict: z
    .enum(["open", "partly", "hard", "closed", "unknown"])
    .describe("closed: no robot that reads for answers is let in. unknown: too little could be measured."),
  score: z
    .number()
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe("Points had, of those that could be measured; higher is better. null where that is less than three fifths of all."),
  summary: z.string(),
  findings: z.array(finding),
  rules: z.array(rule),
  bots: z.array(bot).describe("Letting robots train is a choice, and no part of the score."),
  directives: z
    .array(z.object({ agent: z.string(), rules: z.array(z.string()), source: z.enum(["meta", "header"]) }))
    .describe("What meta robots tags and X-Robots-Tag say, and to whom."),
  content: z
    .object({
      words: z.number().int().describe("Of the main text, read without scripts."),
      html_characters: z.number().int(),
      text_characters: z.number().int(),
      tokens_html: z.number().int().describe("Of the page as it comes, in OpenAI's o200k_base."),
      tokens_text: z.number().int().describe("Of its text as Markdown."),
      hidden_characters: z.number().int().describe("Text in the mark-up that people don't see."),
      needs_scripts: z.enum(["no", "likely"]),
    })
    .nullable(),
  llms_txt: file.extend({
    title: z.string().nullable(),
    sections: z.number().int(),
    links: z.number().int(),
    links_tried: z.array(z.object({ url: z.string(), status: z.number().int().nullable(), note: z.string().nullable() })),
    faults: z.array(z.object({ line: z.number().int(), what: z.string(), mend: z.string() })),
  }),
  llms_full_txt: file,
  markdown: file.extend({
    how: z
      .enum(["accept", "link", "address"])
      .nullable()
      .describe("accept: by the header Accept. link: the page names it. address: at the page's address with .md."),
  }),
  structured_data: z.object({ items: z.number().int(), types: z.array(z.string()), faults: z.number().int() }).nullable(),
  sitemap: file.extend({ named_in_robots: z.boolean() }),
  feeds: z.array(z.object({ url: z.string(), type: z.string() })),
  doors: z.array(file.extend({ name: z.string(), what: z.string() })).describe("Where machines look for a way in."),
  payment: z.object({
    asked: z.boolean(),
    how: z.enum(["x402", "crawler-price", "l402", "unknown"]).nullable(),
    detail: z.string().nullable(),
  }),
  licence: z
    .array(
      z.object({
        kind: z.enum(["content-signal", "content-usage", "rsl", "tdm-reservation", "tdm-policy", "license"]),
        value: z.string(),
        where: z.string(),
      }),
    )
    .describe("What the site says about what may be done with its words."),
  requests: z.number().int().describe("Asked of the site beside the page and robots.txt."),
  not_measured: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type AiReadinessInput = z.output<typeof input>;
export type AiReadinessAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: { url: { ...urlField, note: "A page, or a site's start." }, max_age: maxAgeField },
};
