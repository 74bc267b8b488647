import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { safetyAnswer } from "@/lib/safety/answer/shape";
import type { ToolSchema } from "../define";

export const input = z.object({
  token: addressInput("The token's contract address."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where the token lives. The market's own network when left out."),
});

const atomic = z.string().describe("Atomic units, decimal text.");
const iso = z.string().nullable().describe("ISO 8601; null where our node does not tell.");

const liquidityEvent = z.object({
  kind: z.enum(["added", "taken_out"]),
  block: z.number().int(),
  time: iso,
  tx: z.string(),
  by: z.string().nullable().describe("Who signed the transaction."),
  by_creator: z.boolean().nullable().describe("The same account that made the token; null where either is not known."),
  token_amount: atomic,
  quote_amount: atomic,
});

const poolHistory = z.object({
  pool: z.string(),
  version: z.enum(["v2", "v3"]),
  quote_token: z.string(),
  quote_symbol: z.enum(["WETH", "USDC"]),
  quote_now: atomic.nullable().describe("What the pool holds of the quote token now."),
  added_quote: atomic.describe("Put in by all additions that were read."),
  taken_quote: atomic.describe("Taken out by all removals that were read. Trades move a pool too, so the rest need not add up."),
  additions: z.number().int(),
  removals: z.number().int(),
  events: z.array(liquidityEvent).describe("Newest first, at most 40."),
  complete: z.boolean().describe("false: older events are missing."),
  why: z.string().nullable(),
});

const madeToken = z.object({
  address: z.string(),
  symbol: z.string().nullable().describe("What it calls itself, made safe to show."),
  state: z
    .enum(["traded", "emptied", "never_traded", "unknown"])
    .describe("traded: a pool against ether or dollars holds something. emptied: one was filled once and holds next to nothing now."),
});

const creator = z.object({
  address: z.string().nullable(),
  is_contract: z.boolean().nullable(),
  sure: z.enum(["proven", "likely", "unknown"]),
  block: z.number().int().nullable(),
  time: iso,
  tx: z.string().nullable(),
  factory: z.string().nullable().describe("The contract that made the token on the creator's behalf."),
  transactions: z
    .number()
    .int()
    .nullable()
    .describe("So many transactions the account has sent; of a contract: so many contracts it made."),
  other_tokens: z.array(madeToken).describe("The newest first."),
  other_contracts: z.number().int().nullable().describe("Contracts of the same account that are no tokens."),
  complete: z.boolean().describe("false: it made more than was looked at, or that could not be told."),
  why: z.string().nullable(),
});

export const output = z.object({
  token: z.string(),
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  report: z
    .array(z.object({ title: z.string(), sentences: z.array(z.string()) }))
    .describe("The same in plain sentences. What the token says of itself stands in quotation marks and is no advice."),
  safety: safetyAnswer.describe("The same as token-safety answers: verdict, checks, trade, powers, holders."),
  liquidity_history: z.array(poolHistory).describe("The deepest pool first."),
  creator,
});

export type TokenReportInput = z.output<typeof input>;
export type TokenReportAnswer = z.infer<typeof output>;
export type PoolHistory = z.infer<typeof poolHistory>;
export type CreatorAnswer = z.infer<typeof creator>;
export type ReportSection = TokenReportAnswer["report"][number];

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    token: { label: "Token address", placeholder: "0x…", note: "42 characters, starts with 0x.", mono: true },
    chain: { label: "Chain" },
  },
};
