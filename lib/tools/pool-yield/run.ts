import { askedChain } from "@/lib/chain/askedChain";
import { askedPool } from "@/lib/chain/askedPools";
import { readBlockTimes } from "@/lib/chain/blockTimes";
import { blockWindow } from "@/lib/chain/blockWindow";
import { openMarket } from "@/lib/chain/openMarket";
import { windowAnswer } from "@/lib/chain/pageOf";
import { type Pool, poolAnswer, quoteSide } from "@/lib/chain/pool";
import { MAX_TICK, MIN_TICK } from "@/lib/chain/tickMath";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { writeAnswer } from "./answer";
import { readYield } from "./read";
import type { PoolYieldAnswer, PoolYieldInput } from "./schema";
import type { Range } from "./v3Yield";

const USUAL = 10_000n;
const MOST = 100_000n;

/** Reads what happened in the pool and reckons what a small part of it came to. */
export async function run(input: PoolYieldInput, ctx: ToolContext): Promise<PoolYieldAnswer> {
  const market = await openMarket(input, ctx);
  const { id, chain, exchange } = market;
  const [pool, asked] = await Promise.all([askedPool(market, ctx, input.pool), blockWindow(chain, input, USUAL, MOST)]);
  const range = rangeOf(pool, input);
  const quote = quoteSide(exchange, pool);
  const [token, { read, result }] = await Promise.all([
    readTokenFacts(chain, [pool.token0, pool.token1]),
    readYield(chain, pool, quote, asked, range),
  ]);
  const ends = [result.enteredBlock, asked.to];
  const times = await readBlockTimes(
    chain,
    ends.map((block) => ({ block, at: read.logs.find((log) => log.block === block)?.at ?? null })),
  );
  return {
    chain: id,
    as_of_block: Number(chain.block.number),
    pool: poolAnswer(pool, quote, token),
    window: windowAnswer(asked, read, " Ask for fewer blocks."),
    ...writeAnswer({ pool, quote, range, token, times, read, result, to: asked.to }),
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: PoolYieldInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

function rangeOf({ version }: Pool, { lower_tick, upper_tick }: PoolYieldInput): Range {
  const whole = { lower: MIN_TICK, upper: MAX_TICK };
  if (lower_tick === undefined && upper_tick === undefined) return whole;
  if (version === "v2") throw badRange("A V2 pool knows no ranges: its liquidity is at every price.", "Leave both ticks out.");
  if (lower_tick === undefined || upper_tick === undefined) throw badRange("A range needs both its ends.", "Give both ticks, or none.");
  if (lower_tick < upper_tick) return { lower: lower_tick, upper: upper_tick };
  throw badRange("The range ends before it begins.", "Give a `lower_tick` below `upper_tick`.");
}

function badRange(message: string, hint: string): ToolRefusal {
  return new ToolRefusal("bad_range", message, { hint });
}
