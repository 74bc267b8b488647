import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  token: addressInput("The token's contract address."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where the token lives. The market's own network when left out."),
});

export const checkStatus = z.enum(["pass", "fail", "unknown", "not_applicable"]);
export const severity = z.enum(["info", "low", "medium", "high", "critical"]);

/** Where the finding was read: any of these may be missing, `text` never is. */
const evidence = z.object({
  text: z.string(),
  selector: z.string().optional(),
  slot: z.string().optional(),
  address: z.string().optional(),
  trace: z.string().optional(),
});

const check = z.object({
  id: z.string(),
  title: z.string().describe("What is true when the check passes, in words."),
  status: checkStatus.describe("unknown means that it could not be tried; it never counts as a pass."),
  severity: severity.describe("How bad a fail is."),
  evidence,
  survives_renounce: z.boolean().nullable().describe("Does the power outlive a renounced owner? null: can't tell, or no power."),
});

const bps = z.number().int().min(0).max(10_000).nullable();

export const output = z.object({
  token: z.string(),
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  verdict: z.enum(["avoid", "caution", "ok", "unknown"]),
  risk_score: z.number().int().min(0).max(100).nullable().describe("0 to 100, higher is worse; null when the verdict is unknown."),
  summary: z.string(),
  metadata: z.object({
    name: z.string().nullable(),
    symbol: z.string().nullable(),
    decimals: z.number().int().nullable(),
    total_supply: z.string().nullable().describe("Atomic units, decimal text."),
  }),
  proxy: z.object({
    kind: z.enum(["none", "eip1967", "beacon", "minimal", "eip7702", "unknown"]),
    implementation: z.string().nullable(),
    admin: z.string().nullable(),
  }),
  owner: z.object({
    kind: z.enum(["none", "renounced", "account", "contract", "unknown"]),
    address: z.string().nullable(),
  }),
  trade: z.object({
    pair: z.string().nullable(),
    quote_token: z.string().nullable(),
    quote_reserve: z.string().nullable().describe("Atomic units of the quote token in the pool."),
    token_reserve: z.string().nullable(),
    buy_tax_bps: bps,
    sell_tax_bps: bps,
    transfer_tax_bps: bps,
    buy_gas: z.number().int().nullable(),
    sell_gas: z.number().int().nullable(),
  }),
  checks: z.array(check),
  checks_run: z.number().int().describe("Checks that came to pass or fail."),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type Check = z.infer<typeof check>;
export type TokenSafetyInput = z.output<typeof input>;
export type TokenSafetyAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    token: { label: "Token address", placeholder: "0x…", note: "42 characters, starts with 0x.", mono: true },
    chain: { label: "Chain" },
  },
};
