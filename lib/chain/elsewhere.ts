import type { Address } from "viem";
import type { ToolContext } from "@/lib/tools/define";
import { CHAINS } from "./chainNames";

/** On which other chains there is a contract at this address: one question to each; who does not answer is left out. */
export async function chainsWithCode(ctx: Pick<ToolContext, "chain">, id: string, address: Address): Promise<string[]> {
  const others = Object.entries(CHAINS).filter(([, caip2]) => caip2 !== id);
  const looks = others.map(async ([name, caip2]) => {
    const code = await ctx.chain(caip2)?.getCode({ address });
    return code && code !== "0x" ? name : null;
  });
  return (await Promise.allSettled(looks)).flatMap((look) => (look.status === "fulfilled" && look.value ? [look.value] : []));
}

/** A sentence for a refusal: where the caller may have meant. */
export function elsewhereHint(chains: readonly string[]): string {
  if (chains.length === 0) return "Look at the address and the chain again.";
  return `There is a contract at this address on another chain: ask again with \`chain\` set to ${chains.join(" or ")}.`;
}
