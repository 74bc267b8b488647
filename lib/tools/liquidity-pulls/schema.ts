import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { atomicShape, poolShape, windowShape } from "@/lib/chain/answerShapes";
import { cursorInput, windowFields, windowInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  address: addressInput(
    "A pool of V2 or V3, or a token: then all its pools against ether and dollars. Every Uniswap pool when left out.",
  ).optional(),
  min_share_bps: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe("The least share of the pool that was taken, in hundredths of a percent. Where the share can't be told, it is shown anyway."),
  ...windowInput,
  limit: z.int().min(1).max(200).default(50).describe("So many in one answer."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
  cursor: cursorInput,
});

const pull = z.object({
  pool: z.string(),
  block: z.number().int(),
  time: z.string().nullable(),
  tx: z.string(),
  by: z.string().nullable().describe("Who signed the transaction."),
  to: z.string().nullable().describe("Where the tokens went; often a router. null: not paid out in the same transaction."),
  amount0: atomicShape,
  amount1: atomicShape,
  share_bps: z
    .number()
    .int()
    .nullable()
    .describe("Of what the pool held just before; of the two tokens, the larger share. null: our node has forgotten what it held."),
  left0: atomicShape.nullable().describe("What was left in the pool, once this was paid out."),
  left1: atomicShape.nullable(),
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  pools: z.array(poolShape).describe("The pools that are spoken of."),
  window: windowShape,
  pulls_seen: z.number().int().describe("All in the blocks that were read for this answer, whatever their share."),
  pulls: z.array(pull).describe("Newest first."),
  cursor: z.string().nullable().describe("Send it with the same question to go on. null: there is no more."),
});

export type LiquidityPullsInput = z.output<typeof input>;
export type LiquidityPullsAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    address: { label: "Pool or token", placeholder: "0x…, or every pool", mono: true },
    min_share_bps: { label: "At least, share of the pool", placeholder: "any", note: "In hundredths of a percent." },
    ...windowFields,
    limit: { label: "At most", placeholder: "50" },
    chain: { label: "Chain" },
  },
};
