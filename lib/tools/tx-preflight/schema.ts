import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { tokenShape } from "@/lib/chain/answerShapes";
import type { ToolSchema } from "../define";

const hex = z
  .string()
  .trim()
  .regex(/^0x([0-9a-fA-F]{2})*$/, "Bytes are written as 0x and two hexadecimal characters each.")
  .max(2 + 2 * 50_000, "More than 50,000 bytes are not looked at.");

const wei = z
  .union([z.string().trim(), z.int().min(0).transform(String)])
  .refine((text) => /^(\d{1,78}|0x[0-9a-fA-F]{1,64})$/.test(text), "Wei as a whole number, such as 1000000000000000000 for one ether.");

const typedData = z
  .object({
    domain: z.record(z.string().max(64), z.unknown()),
    primaryType: z.string().max(128),
    types: z.record(z.string().max(128), z.array(z.object({ name: z.string().max(128), type: z.string().max(128) })).max(64)),
    message: z.record(z.string().max(128), z.unknown()),
  })
  .describe("Typed data (EIP-712) that somebody is asked to sign.");

export const input = z
  .object({
    from: addressInput("Who would send it, or sign.").optional(),
    to: addressInput("To whom; left out for a deployment.").optional(),
    value: wei.optional().describe("Wei sent along."),
    data: hex.optional().describe("What the contract is called with."),
    transaction: hex.optional().describe("Instead of the above: a whole transaction as bytes, signed or not."),
    sign: typedData.optional(),
    chain: z
      .enum(["base", "base-sepolia", "ethereum"])
      .optional()
      .describe("Where it would be sent. The market's own network when left out."),
  })
  .superRefine(({ from, to, value, data, transaction, sign }, ctx) => {
    const parts = to !== undefined || value !== undefined || data !== undefined;
    const forms = [parts, transaction !== undefined, sign !== undefined].filter(Boolean).length;
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (forms !== 1) say("transaction", "Give one of: `to`, `value` and `data`; a whole `transaction`; or typed data to `sign`.");
    else if (parts && from === undefined) say("from", "Who would send it?");
    else if (parts && to === undefined && (data ?? "0x") === "0x") say("to", "Without `to` it is a deployment, which needs `data`.");
  });

const severity = z.enum(["high", "medium", "low", "info"]);
const amount = z.string().describe("Atomic units, decimal text; a minus for what goes away.");

const call = z.object({
  depth: z.number().int(),
  to: z.string().nullable(),
  selector: z.string().nullable(),
  name: z.string().nullable().describe("Its usual name, where the first four bytes have one. A contract may do something else under it."),
  arguments: z.array(z.string()).nullable(),
  words: z.number().int().describe("How many words of 32 bytes follow the selector."),
});

const allowance = z.object({
  token: tokenShape.nullable(),
  spender: z.string().nullable(),
  amount: z.string().nullable(),
  unlimited: z.boolean(),
  expires: z.number().int().nullable(),
  text: z.string(),
});

export const output = z.object({
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  kind: z.enum(["transfer", "call", "deployment", "signature"]),
  outcome: z
    .enum(["succeeds", "reverts", "unknown", "nothing_yet"])
    .describe("nothing_yet: a signature does nothing until somebody uses it."),
  reason: z.string().nullable().describe("Why it reverts, in the contract's own words where it has any, or why that is unknown."),
  risk: z
    .enum(["high", "medium", "low", "none", "unknown"])
    .describe("The worst of the risks. none: no known mark was found, which is no promise."),
  summary: z.string(),
  from: z.string().nullable().describe("Who would send it, or sign; null where a signature does not say."),
  to: z.string().nullable(),
  value: z.string(),
  gas: z.number().int().nullable().describe("The most that it would use as things stand, before refunds."),
  creates: z.string().nullable().describe("Of a deployment: where the contract would be."),
  ether: z.array(z.object({ address: z.string(), before: z.string(), after: z.string(), change: amount })),
  tokens: z.array(
    z.object({
      token: tokenShape,
      address: z.string(),
      change: amount.describe("How its balance really changes.").nullable(),
      told: amount.describe("What the events say."),
      agrees: z.boolean().nullable(),
    }),
  ),
  items: z.array(z.object({ token: tokenShape, id: z.string(), count: z.string(), from: z.string(), to: z.string() })),
  approvals: z.array(
    z.object({
      token: tokenShape,
      standard: z.enum(["erc20", "erc721", "collection", "permit2"]),
      owner: z.string(),
      spender: z.string(),
      spender_is: z.enum(["account", "delegated_account", "nothing", "contract"]),
      before: z.string().nullable(),
      after: z.string().nullable(),
      unlimited: z.boolean(),
    }),
  ),
  calls: z.array(call).describe("What the data says, as far as its selectors are well known."),
  contracts: z
    .array(z.object({ address: z.string(), times: z.number().int(), as: z.string(), failed: z.number().int() }))
    .describe("Whose code runs."),
  looks_at: z.array(z.string()).describe("What of its surroundings the code asked for, beside the chain's state."),
  allows: z.array(allowance).describe("Of a signature: what it would let somebody do."),
  risks: z.array(z.object({ id: z.string(), severity, text: z.string() })).describe("The worst first."),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type TxPreflightInput = z.output<typeof input>;
export type TxPreflightAnswer = z.infer<typeof output>;
export type Risk = TxPreflightAnswer["risks"][number];

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    from: { label: "From", placeholder: "0x…", note: "Who would send it, or sign.", mono: true },
    to: { label: "To", placeholder: "0x…", mono: true },
    value: { label: "Value in wei", placeholder: "0", mono: true },
    data: { label: "Data", placeholder: "0x…", as: "long", mono: true },
    transaction: { label: "Whole transaction", placeholder: "0x02…", note: "Instead of to, value and data.", as: "long", mono: true },
    sign: { label: "Typed data to sign", as: "hidden" },
    chain: { label: "Chain" },
  },
};
