import type { PublicClient } from "viem";
import { CHAINS } from "@/lib/chain/chainNames";
import { writeAnswer } from "@/lib/safety/answer/write";
import { inspect } from "@/lib/safety/inspect";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import type { TokenSafetyAnswer, TokenSafetyInput } from "./schema";

/** Gathers and tries everything at one block, then judges it. */
export async function run(input: TokenSafetyInput, ctx: ToolContext): Promise<TokenSafetyAnswer> {
  const { id, client } = askedChain(input, ctx);
  const { facts, block, ageSeconds } = await inspect(input.token as `0x${string}`, id, client, ctx);
  return writeAnswer(facts, id, block, ageSeconds);
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: TokenSafetyInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

function askedChain(input: TokenSafetyInput, ctx: ToolContext): { id: string; client: PublicClient } {
  const id = input.chain ? CHAINS[input.chain] : ctx.homeChain;
  const client = ctx.chain(id);
  if (client) return { id, client };
  throw new ToolRefusal("chain_not_served", `There is no node for ${id} here.`, {
    kind: "unavailable",
    hint: "Leave `chain` out to ask on the market's own network.",
  });
}
