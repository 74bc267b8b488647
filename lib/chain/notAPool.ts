import type { Address } from "viem";
import type { ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { CHAINS } from "./chainNames";
import type { Found } from "./openPool";

/** The refusal that says what there is instead of a pool, and on which other chain there is something. */
export async function notAPool(
  ctx: ToolContext,
  id: string,
  address: Address,
  found: Exclude<Found, { is: "pool" }>,
): Promise<ToolRefusal> {
  if (found.is === "token") {
    return new ToolRefusal("not_a_pool", "This is a token, and no pool of V2 or V3.", {
      hint: "Give the address of a pool that trades it.",
    });
  }
  if (found.is === "contract") {
    return new ToolRefusal("not_a_pool", "This is a contract, but no pool of V2 or V3.", { hint: "Give the address of a pair or pool." });
  }
  const elsewhere = await chainsWithCode(ctx, id, address);
  return new ToolRefusal("not_a_pool", `There is no contract at this address on ${id}.`, {
    hint:
      elsewhere.length > 0
        ? `There is a contract at this address on another chain: ask again with \`chain\` set to ${elsewhere.join(" or ")}.`
        : "Look at the address and the chain again.",
  });
}

/** One read of each other chain that the market has a node for; whoever does not answer is left out. */
async function chainsWithCode(ctx: ToolContext, id: string, address: Address): Promise<string[]> {
  const others = Object.entries(CHAINS).filter(([, caip2]) => caip2 !== id);
  const looks = others.map(async ([name, caip2]) => {
    const code = await ctx.chain(caip2)?.getCode({ address });
    return code && code !== "0x" ? name : null;
  });
  return (await Promise.allSettled(looks)).flatMap((look) => (look.status === "fulfilled" && look.value ? [look.value] : []));
}
