import { readBlockTimes } from "@/lib/chain/blockTimes";
import type { Market } from "@/lib/chain/openMarket";
import { type Pool, poolAnswer, quoteSide } from "@/lib/chain/pool";
import { readSenders } from "@/lib/chain/senders";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { Pull } from "./pulls";
import type { LiquidityPullsAnswer } from "./schema";

/** The rows of the answer and the pools that they speak of: symbols, senders and times in one batch. */
export async function describePulls(
  { chain, exchange }: Market,
  pulls: readonly Pull[],
  named: readonly Pool[] | null,
): Promise<Pick<LiquidityPullsAnswer, "pools" | "pulls">> {
  const pools = named ?? [...new Map(pulls.map(({ pool }) => [pool.address, pool])).values()];
  const logs = pulls.map(({ log }) => log);
  const [token, senderOf, times] = await Promise.all([
    readTokenFacts(
      chain,
      pools.flatMap(({ token0, token1 }) => [token0, token1]),
    ),
    readSenders(
      chain,
      logs.map(({ tx }) => tx),
    ),
    readBlockTimes(chain, logs),
  ]);
  return {
    pools: pools.map((pool) => poolAnswer(pool, quoteSide(exchange, pool), token)),
    pulls: pulls.map(({ log, pool, to, amount0, amount1, shareBps, left }) => ({
      pool: pool.address,
      block: Number(log.block),
      time: times(log.block),
      tx: log.tx,
      by: senderOf(log.tx),
      to,
      amount0: String(amount0),
      amount1: String(amount1),
      share_bps: shareBps,
      left0: left && String(left.reserve0),
      left1: left && String(left.reserve1),
    })),
  };
}
