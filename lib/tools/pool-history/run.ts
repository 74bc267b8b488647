import { askedChain } from "@/lib/chain/askedChain";
import { askedPool } from "@/lib/chain/askedPools";
import { readBlockTimes } from "@/lib/chain/blockTimes";
import { blockWindow } from "@/lib/chain/blockWindow";
import { openMarket } from "@/lib/chain/openMarket";
import { windowAnswer } from "@/lib/chain/pageOf";
import { poolAnswer, quoteSide } from "@/lib/chain/pool";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { ToolContext } from "../define";
import { writeAnswer } from "./answer";
import { readPast } from "./read";
import type { PoolHistoryAnswer, PoolHistoryInput } from "./schema";
import { slicesOf } from "./slices";

const USUAL = 10_000n;
const MOST = 100_000n;

/** Reads what the pool logged in the window and cuts it into slices. */
export async function run(input: PoolHistoryInput, ctx: ToolContext): Promise<PoolHistoryAnswer> {
  const market = await openMarket(input, ctx);
  const { id, chain, exchange } = market;
  const [pool, asked] = await Promise.all([askedPool(market, ctx, input.pool), blockWindow(chain, input, USUAL, MOST)]);
  const quote = quoteSide(exchange, pool);
  const [token, { read, steps, start }] = await Promise.all([
    readTokenFacts(chain, [pool.token0, pool.token1]),
    readPast(chain, pool, quote, asked),
  ]);
  const blocks = { from: read.from ?? asked.from, to: read.to ?? asked.to };
  const slices = slicesOf(pool, quote, steps, blocks, input.slices, start);
  const ends = [blocks.from, ...slices.map(({ to }) => to)];
  const times = await readBlockTimes(
    chain,
    ends.map((block) => ({ block, at: read.logs.find((log) => log.block === block)?.at ?? null })),
  );
  return {
    chain: id,
    as_of_block: Number(chain.block.number),
    pool: poolAnswer(pool, quote, token),
    window: windowAnswer(asked, read, " Ask for fewer blocks."),
    ...writeAnswer({ pool, quote, slices, token, times, from: blocks.from }),
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: PoolHistoryInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}
