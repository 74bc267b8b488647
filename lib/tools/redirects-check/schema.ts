import { z } from "zod";
import { finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({
  url: urlInput,
  variants: z.boolean().optional().describe("Also ask the http, https and www forms of the address. true when left out."),
  max_age: maxAgeInput,
});

const step = z.object({
  url: z.string(),
  status: z.number().int(),
  ms: z.number().describe("From sending to the answer's headers."),
  leads_by: z.enum(["location", "meta refresh", "refresh header"]).nullable().describe("null: it leads nowhere else."),
  location: z.string().nullable().describe("The address that it leads to, resolved."),
  permanent: z.boolean().nullable().describe("301 and 308 are for good, others for now; null where it is no redirect."),
  delay_seconds: z.number().nullable().describe("Of a refresh."),
});

const variant = z.object({
  url: z.string(),
  ends_at: z.string().nullable(),
  status: z.number().int().nullable(),
  redirects: z.number().int(),
  fault: z.string().nullable(),
});

export const output = z.object({
  url: z.string(),
  outcome: z
    .enum(["page", "loop", "too_many", "stopped"])
    .describe("page: the chain ends with an answer. stopped: it leads on to where we can't or may not go; see `stopped_by`."),
  stopped_by: z.object({ reason: z.string(), message: z.string() }).nullable(),
  ends_at: z.string(),
  status: z.number().int().nullable(),
  redirects: z.number().int(),
  total_ms: z.number(),
  age_seconds: z.number().int(),
  summary: z.string(),
  chain: z.array(step),
  canonical: z
    .object({ url: z.string(), same: z.boolean().describe("It is the address that the chain ends at.") })
    .nullable()
    .describe("What the last page calls its own address; null where it doesn't say, or is no page."),
  variants: z.array(variant),
  variants_note: z.string().nullable().describe("Why there are none, where there are none."),
  findings: z.array(finding),
});

export type RedirectsCheckInput = z.output<typeof input>;
export type RedirectsCheckAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: { url: urlField, variants: { label: "Compare http, https and www", as: "hidden" }, max_age: maxAgeField },
};
