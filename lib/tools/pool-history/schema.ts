import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { atomicShape, poolShape, windowShape } from "@/lib/chain/answerShapes";
import { windowFields, windowInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  pool: addressInput("A pool of V2 or V3."),
  ...windowInput,
  slices: z.int().min(1).max(100).default(24).describe("Into so many slices of equally many blocks the window is cut."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where the pool lives. The market's own network when left out."),
});

const price = z.string().nullable();

const moved = {
  swaps: z.number().int(),
  volume_quote: atomicShape,
  added0: atomicShape,
  added1: atomicShape,
  taken0: atomicShape,
  taken1: atomicShape,
};

const slice = z.object({
  from_block: z.number().int(),
  to_block: z.number().int(),
  to_time: z.string().nullable().describe("When its last block was made."),
  open: price,
  high: price,
  low: price,
  close: price,
  reserve0: atomicShape.nullable().describe("What the pool held at the slice's end. null: can't be told."),
  reserve1: atomicShape.nullable(),
  ...moved,
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  pool: poolShape.describe("Prices are quote tokens for one of the other, in whole units."),
  window: windowShape,
  from_time: z.string().nullable(),
  open: price,
  close: price,
  change_bps: z.number().int().nullable().describe("Of the price, from open to close, in hundredths of a percent."),
  total: z.object(moved),
  slices: z.array(slice).describe("Oldest first."),
});

export type PoolHistoryInput = z.output<typeof input>;
export type PoolHistoryAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    pool: { label: "Pool", placeholder: "0x…", mono: true },
    from_block: windowFields.from_block,
    to_block: windowFields.to_block,
    slices: { label: "Slices", placeholder: "24" },
    chain: { label: "Chain" },
  },
};
