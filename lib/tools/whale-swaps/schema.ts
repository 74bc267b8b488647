import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { atomicShape, poolShape, windowShape } from "@/lib/chain/answerShapes";
import { cursorInput, windowFields, windowInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  address: addressInput("A pool of V2 or V3, or a token: then all its pools against ether and dollars."),
  min_quote: z
    .string()
    .trim()
    .regex(/^\d{1,30}(\.\d{1,18})?$/, "An amount is decimal text in whole units, such as `2.5`.")
    .optional()
    .describe("The least size in whole units of the pool's quote token, as decimal text."),
  min_share_bps: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      "The least share of what the pool held, in hundredths of a percent. 100 when nothing is said; both have to fit where both are given.",
    ),
  ...windowInput,
  limit: z.int().min(1).max(200).default(50).describe("So many swaps in one answer."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
  cursor: cursorInput,
});

const swap = z.object({
  pool: z.string(),
  block: z.number().int(),
  time: z.string().nullable(),
  tx: z.string(),
  by: z.string().nullable().describe("Who signed the transaction."),
  to: z.string().describe("Where what came out was sent; often a router."),
  side: z.enum(["buy", "sell"]).describe("Of the token that is not the quote: bought out of the pool, or sold into it."),
  base_amount: atomicShape,
  quote_amount: atomicShape,
  price: z.string().nullable().describe("Quote tokens for one of the other, in whole units: what this swap paid, fee included."),
  share_bps: z
    .number()
    .int()
    .nullable()
    .describe("Of what the pool held of the token that went out, before it did. V3: of the liquidity in range. null: can't tell."),
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  pools: z.array(poolShape).describe("The pools that were looked at."),
  window: windowShape,
  swaps_seen: z.number().int().describe("All swaps in the blocks that were read for this answer, whatever their size."),
  swaps: z.array(swap).describe("Newest first."),
  cursor: z.string().nullable().describe("Send it with the same question to go on. null: there is no more."),
});

export type WhaleSwapsInput = z.output<typeof input>;
export type WhaleSwapsAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    address: { label: "Pool or token", placeholder: "0x…", mono: true },
    min_quote: { label: "At least, in the quote token", placeholder: "10000", mono: true },
    min_share_bps: { label: "At least, share of the pool", placeholder: "100", note: "In hundredths of a percent." },
    ...windowFields,
    limit: { label: "At most", placeholder: "50" },
    chain: { label: "Chain" },
  },
};
