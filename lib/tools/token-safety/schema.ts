import { z } from "zod";
import { addressInput } from "@/lib/chain/addressInput";
import { safetyAnswer } from "@/lib/safety/answer/shape";
import type { ToolSchema } from "../define";

export const input = z.object({
  token: addressInput("The token's contract address."),
  chain: z.enum(["base", "base-sepolia", "ethereum"]).optional().describe("Where the token lives. The market's own network when left out."),
});

export const output = safetyAnswer;

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
