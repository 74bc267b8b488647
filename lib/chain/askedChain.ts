import type { PublicClient } from "viem";
import type { ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { CHAINS, type ChainName } from "./chainNames";

/** The chain that was asked about, or the market's own; refused where the market has no node for it. */
export function askedChain(input: { chain?: ChainName | undefined }, ctx: ToolContext): { id: string; client: PublicClient } {
  const id = input.chain ? CHAINS[input.chain] : ctx.homeChain;
  const client = ctx.chain(id);
  if (client) return { id, client };
  throw new ToolRefusal("chain_not_served", `There is no node for ${id} here.`, {
    kind: "unavailable",
    hint: "Leave `chain` out to ask on the market's own network.",
  });
}
