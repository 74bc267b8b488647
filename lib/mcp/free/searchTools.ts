import "server-only";
import { z } from "zod";
import { parseUsdc } from "@/lib/money";
import { CATEGORIES } from "@/lib/tools/define";
import { titleOf } from "../describeTool";
import { MCP_LIMITS } from "../limits";
import type { Offered } from "../offered";
import { answered } from "../results";
import { inputSchema } from "../schemas";
import { freeTool } from "./freeTool";
import { rank } from "./rank";

const dollars = z.string().regex(/^\$?\d{1,9}(\.\d{1,6})?$/, "Dollars, such as 0.01.");

const found = z.object({
  name: z.string().describe("What to call it by."),
  title: z.string(),
  question: z.string(),
  category: z.string(),
  price: z.string().describe("Dollars a call; the least, where price_depends_on_input."),
  price_depends_on_input: z.boolean(),
  seller: z.string(),
  unavailable_because: z.string().nullable(),
  input_schema: z.record(z.string(), z.unknown()),
});

/** Finds what is further down a long list, with all that a call of it needs. */
export const searchTools = freeTool({
  name: "search_tools",
  title: "Search tools",
  description:
    "Finds paid tools of this market by what they do, with price and input schema. Free. Tools that your list doesn't show are called with call_tool.",
  input: z.object({
    query: z.string().max(200).default("").describe("What you want to know or do; empty for all."),
    category: z
      .string()
      .max(40)
      .optional()
      .describe(
        `One of: ${Object.entries(CATEGORIES)
          .map(([id, { name }]) => `${id} (${name})`)
          .join(", ")}.`,
      ),
    max_price: z
      .union([dollars, z.number().min(0).max(1e9)])
      .optional()
      .describe("Dollars a call at the most."),
    limit: z.int().min(1).max(MCP_LIMITS.mostFound).default(10),
  }),
  output: z.object({ tools: z.array(found), matches: z.number().describe("How many there are; tools holds the best of them.") }),
  run: async ({ query, category, max_price, limit }, _, offered) => {
    const most = max_price === undefined ? null : atomic(max_price);
    const fitting = offered.filter((o) => isOfCategory(o, category) && (most === null || BigInt(o.listing.requirements.amount) <= most));
    const ranked = rank(fitting, query);
    return answered({ tools: ranked.slice(0, limit).map(describe), matches: ranked.length });
  },
});

function atomic(price: string | number): bigint {
  return parseUsdc(typeof price === "number" ? price.toFixed(6) : price.replace("$", ""));
}

function isOfCategory({ tool, listing }: Offered, wanted: string | undefined): boolean {
  if (!wanted) return true;
  const text = wanted.trim().toLowerCase();
  return tool.definition.category.toLowerCase() === text || listing.category.toLowerCase() === text;
}

function describe({ name, tool, listing }: Offered): z.input<typeof found> {
  const { definition } = tool;
  return {
    name,
    title: titleOf(definition),
    question: definition.question,
    category: listing.category,
    price: listing.price,
    price_depends_on_input: tool.price !== undefined,
    seller: definition.seller.name,
    unavailable_because: listing.unavailable,
    input_schema: inputSchema(listing.input),
  };
}
