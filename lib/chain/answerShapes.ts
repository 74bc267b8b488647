import { z } from "zod";

/** Shapes that the answers of several tools share. */

export const atomicShape = z.string().describe("Atomic units, decimal text.");

export const tokenShape = z.object({
  address: z.string(),
  symbol: z.string().nullable().describe("What the token calls itself, made safe to show; anybody may use any name."),
  decimals: z.number().int().nullable(),
});

export const poolShape = z.object({
  address: z.string(),
  version: z.enum(["v2", "v3"]),
  fee_ppm: z.number().int().nullable().describe("What a swap leaves in the pool, in millionths of what goes in. null: not known."),
  token0: tokenShape,
  token1: tokenShape,
  quote: z.enum(["token0", "token1"]).describe("The side that prices and sizes are told in."),
  by_known_factory: z.boolean().describe("Made by the Uniswap factory of this chain. A pool of any other may say what it likes."),
});

export const windowShape = z.object({
  from_block: z.number().int().describe("The first block that was asked for."),
  to_block: z.number().int(),
  read_from_block: z.number().int().nullable().describe("The blocks that this answer covers."),
  read_to_block: z.number().int().nullable(),
  complete: z.boolean().describe("true: nothing of the window is left out, counting the answers before this one."),
  why: z.string().nullable().describe("Why something is left out."),
});

export type TokenAnswer = z.infer<typeof tokenShape>;
export type PoolAnswer = z.infer<typeof poolShape>;
export type WindowAnswer = z.infer<typeof windowShape>;
