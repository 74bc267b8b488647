import { z } from "zod";
import { atomicShape, poolShape, windowShape } from "@/lib/chain/answerShapes";
import { cursorInput, windowFields, windowInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  ...windowInput,
  limit: z.int().min(1).max(100).default(20).describe("So many pools in one answer."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
  cursor: cursorInput,
});

const firstLiquidity = z.object({
  amount0: atomicShape,
  amount1: atomicShape,
  block: z.number().int(),
  time: z.string().nullable(),
  tx: z.string(),
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  window: windowShape,
  pairs: z
    .array(
      z.object({
        pool: poolShape,
        opened: z.object({
          block: z.number().int(),
          time: z.string().nullable(),
          tx: z.string(),
          by: z.string().nullable().describe("Who signed the transaction that opened it."),
        }),
        first_liquidity: firstLiquidity.nullable().describe("What was put in first, in atomic units of both tokens."),
        empty: z.boolean().nullable().describe("true: nobody has put anything in yet. null: not all of its logs could be read."),
      }),
    )
    .describe("Newest first."),
  cursor: z.string().nullable().describe("Send it with the same question to go on. null: there is no more."),
});

export type NewPairsInput = z.output<typeof input>;
export type NewPairsAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: { ...windowFields, limit: { label: "At most", placeholder: "20" }, chain: { label: "Chain" } },
};
