import { z } from "zod";

/** What tools that read a page take and tell alike. Pure: the browser reads it too. */
export const urlInput = z
  .string()
  .trim()
  .max(2_048, "An address has at most 2048 characters.")
  .regex(/^https?:\/\/[^\s]+$/i, "An address starts with https:// or http://.")
  .describe("The address, with https:// or http://.");

export const maxAgeInput = z
  .number()
  .int()
  .min(0)
  .max(3_600)
  .optional()
  .describe("Seconds. An answer of the site that was kept for so long will do; 0, the default, asks it anew.");

/** How the form shows both. */
export const urlField = { label: "Address", placeholder: "https://…", mono: true };
export const maxAgeField = { label: "Kept answer, seconds", placeholder: "0", note: "Up to 3600. Empty asks anew." };

export const severity = z
  .enum(["error", "warning", "notice", "pass", "not_measured"])
  .describe(
    "error: mend it. warning: better mended. notice: worth knowing. not_measured: it could not be looked at, and counts for nothing.",
  );

/** One thing that was looked at, and what came of it. */
export const finding = z.object({
  id: z.string(),
  severity,
  title: z.string().describe("What was found, in a sentence."),
  where: z.string().nullable().describe("The header, line, tag or address that it was found in."),
  why: z.string().nullable().describe("Why it matters."),
  mend: z.string().nullable().describe("What to do about it; null where nothing is to be done."),
});

export const fetched = z.object({
  url: z.string().describe("The address that answered in the end."),
  status: z.number().int(),
  content_type: z.string().nullable(),
  bytes: z.number().int().describe("Of the body, unpacked."),
  truncated: z.boolean().describe("The body was longer than what is read of it."),
  redirects: z.number().int(),
  first_byte_ms: z.number().describe("From sending to the last answer's headers, redirects included."),
  fetched_at: z.string().describe("When the site was really asked, ISO 8601."),
  age_seconds: z.number().int().describe("How old that is: above 0 only where `max_age` allowed a kept answer."),
});

export type Severity = z.infer<typeof severity>;
export type Finding = z.infer<typeof finding>;
export type Fetched = z.infer<typeof fetched>;
