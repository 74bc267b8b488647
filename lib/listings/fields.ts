import { z } from "zod";
import { METHODS } from "@/lib/gateway/types";
import { CATEGORIES, type Category } from "@/lib/tools/define";

/** The shapes of what sellers send; what it means is looked at afterwards. */
const text = (max: number) => z.string().max(max);
const price = text(40);
const example = z.record(z.string(), z.unknown());

export const policyFields = z.object({
  timeoutMs: z.int().min(1_000).max(60_000).optional(),
  maxAnswerBytes: z.int().min(1_000).max(10_000_000).optional(),
  charge4xx: z.boolean().optional(),
  holdSchema: z.boolean().optional(),
});

export const secretFields = z.object({
  kind: z.enum(["bearer", "basic", "header", "query"]),
  name: text(100).optional(),
  value: text(4_000),
});

const common = {
  title: text(400),
  name: text(200).optional(),
  description: text(8_000).default(""),
  category: z.enum(Object.keys(CATEGORIES) as [Category, ...Category[]]),
};
const upstream = text(2_048);
const ofServer = { upstream, policy: policyFields.optional(), secret: secretFields.optional() };

const field = z.object({
  name: text(100),
  in: z.enum(["path", "query", "header", "body"]),
  type: z.enum(["string", "number", "integer", "boolean", "array", "object"]),
  required: z.boolean().default(false),
  description: text(2_000).default(""),
  choices: z.array(text(200)).max(100).optional(),
});

export const newListingFields = z.discriminatedUnion("from", [
  z.object({
    from: z.literal("spec"),
    ...common,
    ...ofServer,
    spec: text(60),
    /** Keys (`GET /pets/{id}`) of those that are on from the start. */
    operations: z.union([z.literal("all"), z.array(text(2_100)).max(3_000)]).default("all"),
    prices: z.object({
      default: price,
      tags: z.record(z.string(), price).default({}),
      operations: z.record(z.string(), price).default({}),
    }),
  }),
  z.object({
    from: z.literal("endpoint"),
    ...common,
    ...ofServer,
    method: z.enum(METHODS),
    path: text(500),
    fields: z.array(field).max(60).default([]),
    answerType: text(100).default("application/json"),
    question: text(400),
    example: example.default({}),
    price,
  }),
  z.object({ from: z.literal("x402"), ...common, url: upstream, method: z.enum(["GET", "POST"]).optional() }),
]);

export type NewListingFields = z.output<typeof newListingFields>;
export type FromSpec = Extract<NewListingFields, { from: "spec" }>;
export type FromEndpoint = Extract<NewListingFields, { from: "endpoint" }>;
export type FromX402 = Extract<NewListingFields, { from: "x402" }>;

export const changeFields = z.object({
  title: text(400).optional(),
  description: text(8_000).optional(),
  category: common.category.optional(),
  upstream: upstream.optional(),
  policy: policyFields.optional(),
  /** null forgets it. */
  secret: secretFields.nullish(),
  operations: z
    .array(
      z.object({
        id: text(60),
        enabled: z.boolean().optional(),
        price: price.optional(),
        question: text(400).optional(),
        description: text(8_000).optional(),
        example: example.optional(),
      }),
    )
    .max(3_000)
    .optional(),
});

export type ChangeFields = z.output<typeof changeFields>;
