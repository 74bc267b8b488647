import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { tokenShape } from "@/lib/chain/answerShapes";
import type { ToolSchema } from "../define";

export const input = z.object({
  address: addressInput("A deployer's address, or a contract's whose maker is then looked for."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
});

const bps = z.number().int().min(0).max(10_000).nullable();

const pool = z.object({
  address: z.string(),
  version: z.enum(["v2", "v3"]),
  quote: z.string(),
  quote_left: z.string().nullable().describe("Atomic units of the quote token that are in the pool now."),
  pulled_bps: bps.describe("The largest part of the pool that the deployer took out at once; null: not known."),
  pulled_block: z.number().int().nullable(),
  pulled_after_seconds: z.number().int().nullable().describe("How long after the pool was first filled."),
  pulled_by_others_bps: bps.describe("The largest part that anybody else took out at once."),
  transaction: z.string().nullable(),
  why: z.string().nullable().describe("Why something of this is not known."),
});

const token = z.object({
  token: tokenShape,
  found_by: z
    .enum(["nonce", "first_event"])
    .describe("nonce: made by the deployer itself. first_event: its first owner or holder is the deployer."),
  nonce: z.number().int().nullable(),
  first_seen_block: z.number().int().nullable().describe("Its first minting to the deployer, where there was one."),
  first_seen_at: z.string().nullable(),
  owner: z.string().nullable(),
  state: z.enum(["live", "pulled", "empty", "no_pool", "gone", "unknown"]),
  pools: z.array(pool),
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  asked: z.string(),
  deployer: z.string(),
  made_the_asked: z
    .object({
      factory: z.string().nullable(),
      block: z.number().int().nullable(),
      transaction: z.string().nullable(),
      sure: z.enum(["proven", "likely", "unknown"]),
      why: z.string().nullable(),
    })
    .nullable()
    .describe("How the asked contract was made; null when a deployer was asked about."),
  summary: z.string(),
  counts: z.object({
    sent: z.number().int().describe("Transactions that the deployer sent."),
    contracts: z.number().int(),
    tokens: z.number().int(),
    pulled: z.number().int(),
    live: z.number().int(),
    gone: z.number().int(),
    unknown: z.number().int(),
  }),
  soonest_pull_seconds: z.number().int().nullable(),
  tokens: z.array(token).describe("The newest first."),
  contracts: z
    .array(z.object({ address: z.string(), nonce: z.number().int(), is: z.enum(["token", "pool", "contract"]) }))
    .describe("Made by the deployer itself, the newest first."),
  complete: z.boolean(),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type DeployerCheckInput = z.output<typeof input>;
export type DeployerCheckAnswer = z.infer<typeof output>;
export type DeployedToken = DeployerCheckAnswer["tokens"][number];
export type DeployedPool = DeployedToken["pools"][number];

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    address: { label: "Deployer or contract", placeholder: "0x…", mono: true },
    chain: { label: "Chain" },
  },
};
