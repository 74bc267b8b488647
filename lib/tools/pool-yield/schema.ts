import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { atomicShape, poolShape, windowShape } from "@/lib/chain/answerShapes";
import { windowFields, windowInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

const tick = z.int().min(-887_272).max(887_272).optional();

export const input = z.object({
  pool: addressInput("A pool of V2 or V3."),
  ...windowInput,
  lower_tick: tick.describe("V3: where the position's range begins. The whole range when both are left out."),
  upper_tick: tick.describe("V3: where it ends."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where the pool lives. The market's own network when left out."),
});

const moment = z.object({
  block: z.number().int(),
  time: z.string().nullable(),
  price: z.string().nullable().describe("Quote tokens for one of the other, in whole units."),
});

const percent = z.string().nullable();

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  pool: poolShape,
  window: windowShape,
  entered: moment.describe("When the position begins: the window's start, or the first moment after it that is known."),
  left: moment,
  seconds: z.number().int().nullable(),
  position: z.object({
    what: z.string().describe("What was put in, in words."),
    lower_tick: z.number().int().nullable(),
    upper_tick: z.number().int().nullable(),
    amount0: atomicShape.describe("What went in of both tokens."),
    amount1: atomicShape,
  }),
  method: z
    .enum(["reserves", "fee_growth", "swaps"])
    .describe("reserves: V2, exact. fee_growth: V3's own books, exact. swaps: counted from swaps."),
  held_quote: atomicShape.describe("What both tokens would be worth at the end, just held. In the quote token, at the pool's last price."),
  fees_quote: atomicShape,
  loss_quote: atomicShape.describe("Impermanent loss: what the position, without its fees, is worth less than holding. Zero or below."),
  net_quote: atomicShape.describe("Fees and loss together: above zero, the position did better than holding."),
  fees_percent: percent.describe("Of what holding would be worth, as decimal text."),
  loss_percent: percent,
  net_percent: percent,
  a_year: z.object({
    fees_percent: percent,
    net_percent: percent,
    assumption: z.string(),
  }),
  swaps: z.number().int(),
  volume_quote: atomicShape,
});

export type PoolYieldInput = z.output<typeof input>;
export type PoolYieldAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    pool: { label: "Pool", placeholder: "0x…", mono: true },
    from_block: windowFields.from_block,
    to_block: windowFields.to_block,
    lower_tick: { label: "Lower tick", placeholder: "whole range", note: "V3 only." },
    upper_tick: { label: "Upper tick", placeholder: "whole range", note: "V3 only." },
    chain: { label: "Chain" },
  },
};
