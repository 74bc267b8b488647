import { z } from "zod";
import { fetched, finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({ url: urlInput, max_age: maxAgeInput });

const format = z.enum(["json-ld", "microdata", "rdfa"]);

const issue = finding.extend({ path: z.string().nullable().describe("The property, from the item: offers[1].price.") });

const richResult = z.object({
  name: z.string(),
  state: z
    .enum(["eligible", "not_eligible", "retired"])
    .describe("eligible: nothing that is needed is missing or malformed. retired: search engines no longer show it."),
  missing: z.array(z.string()).describe("Paths that keep it from being eligible."),
  note: z.string().nullable(),
  about: z.string().describe("Where the search engine says what it wants."),
});

const item = z.object({
  types: z.array(z.string()),
  format,
  where: z.string().describe("The script with its line, or the element."),
  id: z.string().nullable(),
  properties: z
    .record(z.string(), z.unknown())
    .describe("As read: a value, a list of values, or things within with their @type. Long ones are cut."),
  properties_cut: z.boolean(),
  judged: z.boolean().describe("false: there are no rules for its type here."),
  why_not_judged: z.string().nullable(),
  issues: z.array(issue),
  issues_left_out: z.number().int(),
  rich_results: z.array(richResult),
});

const parseFault = finding.extend({
  format,
  line: z.number().int().nullable().describe("On the page, from 1."),
  column: z.number().int().nullable(),
  excerpt: z.string().nullable().describe("The text around the place."),
});

export const output = z.object({
  page: fetched,
  summary: z.string(),
  counts: z.object({
    items: z.number().int(),
    json_ld: z.number().int(),
    microdata: z.number().int(),
    rdfa: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    notices: z.number().int(),
  }),
  items: z.array(item),
  items_left_out: z.number().int(),
  parse_faults: z.array(parseFault).describe("What could not be read at all, and what nobody takes for anything."),
  parse_faults_left_out: z.number().int(),
  rich_results: z
    .array(z.object({ name: z.string(), state: richResult.shape.state }))
    .describe("Of the whole page, each with its best state."),
  open_graph: z.object({ tags: z.array(z.object({ key: z.string(), content: z.string() })), findings: z.array(finding) }),
  robots: z
    .object({ allowed: z.boolean().nullable(), rule: z.string().nullable() })
    .describe("What the site's robots.txt says to our robot about this address; allowed is null where it could not be had."),
  cut: z.boolean().describe("The page holds more than is read of it."),
});

export type StructuredDataInput = z.output<typeof input>;
export type StructuredDataAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = { input, output, fields: { url: urlField, max_age: maxAgeField } };
