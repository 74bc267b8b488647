import { type Address, getAddress } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { exchangeOn } from "@/lib/chain/exchanges";
import { writeAnswer } from "@/lib/safety/answer/write";
import { inspect } from "@/lib/safety/inspect";
import type { ToolContext } from "../define";
import { liquidityHistory } from "./liquidityHistory";
import { makerOf } from "./makerOf";
import type { TokenReportAnswer, TokenReportInput } from "./schema";
import { writeReport } from "./writeReport";

/** What token-safety finds out, then what happened around the token, all as of the same block. */
export async function run(input: TokenReportInput, ctx: ToolContext): Promise<TokenReportAnswer> {
  const { id, client } = askedChain(input, ctx);
  const token = getAddress(input.token as Address);
  const { facts, block, chain, ageSeconds } = await inspect(token, id, client, ctx);
  const exchange = exchangeOn(id, ctx);
  const { creator } = facts.holders;
  const [history, maker] = await chain.unreachable(
    Promise.all([liquidityHistory(chain, exchange, token, creator), makerOf(chain, exchange, token, creator)]),
  );
  const safety = writeAnswer(facts, id, block, ageSeconds);
  return {
    token,
    chain: id,
    as_of_block: Number(block),
    report: writeReport(safety, history, maker),
    safety,
    liquidity_history: history,
    creator: maker,
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: TokenReportInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}
