import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import type { ToolSchema } from "../define";

export const input = z.object({
  address: addressInput("The address to look at."),
  with: addressInput("Your own address, or whose dealings it might imitate: look-alikes of those are told.").optional(),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where to look. The market's own network when left out."),
});

const check = z.object({
  id: z.string(),
  title: z.string().describe("What is true when the check passes, in words."),
  status: z
    .enum(["pass", "fail", "unknown", "not_applicable"])
    .describe("unknown means that it could not be tried; it never counts as a pass."),
  severity: z
    .enum(["info", "low", "medium", "high", "critical"])
    .describe("How bad a fail is: critical and high mean avoid, medium means caution."),
  evidence: z.object({
    text: z.string(),
    selector: z.string().optional().describe("The function that does it: first four bytes of a call."),
    address: z.string().optional(),
  }),
});

export const output = z.object({
  address: z.string(),
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  verdict: z
    .enum(["avoid", "caution", "nothing_found", "unknown"])
    .describe("nothing_found: no known mark of danger, which is no promise."),
  summary: z.string(),
  kind: z.enum(["nothing", "account", "delegated_account", "token", "collection", "pool", "wallet", "contract"]),
  elsewhere: z.array(z.string()).describe("Other chains that have a contract at this address, where there is nothing on this one."),
  account: z.object({
    nonce: z.number().int().describe("Transactions sent, or contracts made."),
    ether: z.string().describe("Wei."),
    first_sent: z.object({ block: z.number().int(), at: z.string().nullable() }).nullable(),
    last_sent: z.object({ block: z.number().int(), at: z.string().nullable() }).nullable(),
  }),
  code: z.object({
    bytes: z.number().int(),
    proxy: z.enum(["none", "eip1967", "beacon", "minimal", "delegated", "slot0"]),
    implementation: z.string().nullable(),
    controlled_by: z
      .object({ address: z.string(), kind: z.enum(["nobody", "key", "shared"]), detail: z.string().nullable() })
      .nullable()
      .describe("Who can swap the code."),
    functions: z.number().int().nullable(),
    symbol: z.string().nullable().describe("What it calls itself, made safe to show."),
    detail: z.string().nullable().describe("Such as `2 of 3 keys`."),
    creator: z.string().nullable(),
    factory: z.string().nullable(),
    created_block: z.number().int().nullable(),
    created_at: z.string().nullable(),
    creation_transaction: z.string().nullable(),
    creation_why: z.string().nullable().describe("What is not known about its making, and why."),
  }),
  approved: z.object({
    to_others: z
      .number()
      .int()
      .nullable()
      .describe("Approvals that it gave in the blocks that were read; approvals-check says which are open."),
    by_others: z.number().int().nullable().describe("Different addresses that let it take something."),
    read_from_block: z.number().int().nullable(),
    complete: z.boolean(),
  }),
  checks: z.array(check),
  checks_run: z.number().int(),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type AddressSafetyInput = z.output<typeof input>;
export type AddressSafetyAnswer = z.infer<typeof output>;
export type AddressCheck = AddressSafetyAnswer["checks"][number];

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    address: { label: "Address", placeholder: "0x…", note: "The one that you don't know.", mono: true },
    with: {
      label: "Compare with dealings of",
      placeholder: "0x…",
      note: "Your own address: look-alikes of those you deal with are told.",
      mono: true,
    },
    chain: { label: "Chain" },
  },
};
