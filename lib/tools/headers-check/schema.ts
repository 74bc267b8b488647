import { z } from "zod";
import { fetched, finding, maxAgeField, maxAgeInput, urlField, urlInput } from "../../web/schema";
import type { ToolSchema } from "../define";

export const input = z.object({ url: urlInput, max_age: maxAgeInput });

export const grade = z.enum(["A", "B", "C", "D", "E", "F"]);

const rule = z.object({
  id: z.string(),
  title: z.string(),
  what: z.string().describe("How its points are given."),
  points: z.number().describe("The most that can be had."),
  got: z.number().nullable().describe("null: not measured here, and left out of the score."),
});

const cookie = z.object({
  name: z.string(),
  secure: z.boolean(),
  http_only: z.boolean(),
  same_site: z.string().nullable(),
  domain: z.string().nullable(),
});

export const output = z.object({
  page: fetched,
  grade,
  score: z.number().int().min(0).max(100).describe("Points had, of 100 that could be had; higher is better."),
  summary: z.string(),
  findings: z.array(finding),
  findings_left_out: z.number().int(),
  rules: z.array(rule),
  grades: z.array(z.object({ grade, from: z.number().int() })).describe("The score from which each grade is given."),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).describe("The headers that were looked at, as sent."),
  cookies: z.array(cookie).describe("Names and flags; values are not kept."),
});

export type HeadersCheckInput = z.output<typeof input>;
export type HeadersCheckAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = { input, output, fields: { url: urlField, max_age: maxAgeField } };
