import type { ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { askedChain } from "./askedChain";
import type { ChainName } from "./chainNames";
import { type Exchange, exchangeOn } from "./exchanges";
import { type ChainView, openChain } from "./openChain";

export type Market = { id: string; exchange: Exchange; chain: ChainView };

/** The chain that was asked about at its newest block, and where its Uniswap is. */
export async function openMarket(input: { chain?: ChainName | undefined }, ctx: ToolContext): Promise<Market> {
  const { id, client } = askedChain(input, ctx);
  const exchange = exchangeOn(id, ctx);
  if (exchange) return { id, exchange, chain: await openChain(client, ctx.signal) };
  throw new ToolRefusal("no_exchange", `Nobody here knows where Uniswap is on ${id}.`, { kind: "unavailable" });
}
