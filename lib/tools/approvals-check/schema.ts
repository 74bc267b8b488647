import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { tokenShape, windowShape } from "@/lib/chain/answerShapes";
import { cursorInput } from "@/lib/chain/blockInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  address: addressInput("Whose approvals: a wallet's address."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
  cursor: cursorInput,
});

const risk = z.enum(["high", "medium", "low"]);

const approval = z.object({
  standard: z
    .enum(["erc20", "erc721", "collection", "permit2"])
    .describe("collection: the spender may move every item of it. permit2: through the contract of that name."),
  token: tokenShape,
  token_id: z.string().nullable().describe("Of a single item."),
  spender: z.string(),
  spender_is: z.enum(["account", "delegated_account", "nothing", "contract", "swappable_contract"]),
  amount: z.string().nullable().describe("Atomic units, decimal text; null where the approval has no amount."),
  unlimited: z.boolean(),
  expires: z.number().int().nullable().describe("Seconds since 1970; null: never."),
  balance: z.string().nullable().describe("What the address has of it now; null: could not be read."),
  at_risk: z.string().nullable().describe("What the spender could take now; null: could not be told."),
  block: z.number().int().describe("When it was last given or changed."),
  at: z.string().nullable(),
  transaction: z.string(),
  risk,
  why: z.array(z.object({ id: z.string(), text: z.string() })).describe("What makes it a danger."),
  revoke: z.object({ to: z.string(), data: z.string() }).describe("A transaction of the address that ends it. Nothing is sent from here."),
});

export const output = z.object({
  address: z.string(),
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  summary: z.string(),
  counts: z.object({ open: z.number().int(), high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
  approvals: z.array(approval).describe("The most dangerous first."),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
  window: windowShape,
  cursor: z
    .string()
    .nullable()
    .describe("To look further back; null: the beginning of the chain was reached, or nothing more can be read."),
});

export type ApprovalsCheckInput = z.output<typeof input>;
export type ApprovalsCheckAnswer = z.infer<typeof output>;
export type ApprovalAnswer = z.infer<typeof approval>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    address: { label: "Address", placeholder: "0x…", note: "The wallet whose approvals are looked at.", mono: true },
    chain: { label: "Chain" },
    cursor: { label: "Cursor", note: "From the answer before, to look further back.", mono: true },
  },
};
