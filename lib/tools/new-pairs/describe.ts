import { readBlockTimes } from "@/lib/chain/blockTimes";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { Market } from "@/lib/chain/openMarket";
import { type Pool, poolAnswer, quoteSide } from "@/lib/chain/pool";
import { type CreatedEvent, readPoolEvent } from "@/lib/chain/poolEvents";
import { TOPIC } from "@/lib/chain/poolTopics";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { readSenders } from "@/lib/chain/senders";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { NewPairsAnswer } from "./schema";

export type Opened = { log: ChainLog; event: CreatedEvent };
type Pair = NewPairsAnswer["pairs"][number];

const NOTHING: LogWindow = { logs: [], complete: true, from: null, to: null, why: null };
/** First liquidity comes with the pool or soon after; whoever is late stays unknown. */
const MINT_BOUNDS = { order: "oldest", requests: 32, withinMs: 4_000, enough: 5_000 } as const;

/** Symbols, openers and first liquidity of all pools, asked in one tick. */
export async function describePairs({ chain, exchange }: Pick<Market, "chain" | "exchange">, opened: readonly Opened[]): Promise<Pair[]> {
  const pools = opened.map(({ event }): Pool => {
    const { version, token0, token1, pool, feePpm } = event;
    return { version, address: pool, token0, token1, feePpm, known: true };
  });
  const [token, senderOf, mints] = await Promise.all([
    chain.unreachable(
      readTokenFacts(
        chain,
        pools.flatMap(({ token0, token1 }) => [token0, token1]),
      ),
    ),
    readSenders(
      chain,
      opened.map(({ log }) => log.tx),
    ),
    readFirstMints(chain, opened),
  ]);
  const first = (pool: Pool) => mints.logs.find(({ address }) => address === pool.address.toLowerCase());
  const times = await readBlockTimes(chain, [...opened.map(({ log }) => log), ...pools.flatMap((pool) => first(pool) ?? [])]);
  return opened.map(({ log }, at) => {
    const pool = pools[at] as Pool;
    const mint = first(pool);
    return {
      pool: poolAnswer(pool, quoteSide(exchange, pool), token),
      opened: { block: Number(log.block), time: times(log.block), tx: log.tx, by: senderOf(log.tx) },
      first_liquidity: mint ? liquidityOf(mint, times(mint.block)) : null,
      empty: mint ? false : mints.complete ? true : null,
    };
  });
}

async function readFirstMints(chain: Market["chain"], opened: readonly Opened[]): Promise<LogWindow> {
  const oldest = opened.at(-1)?.log.block;
  if (oldest === undefined) return NOTHING;
  const question = {
    address: opened.map(({ event }) => event.pool),
    topics: [[TOPIC.mintV2, TOPIC.mintV3]],
    from: oldest,
    to: chain.block.number,
  };
  return readLogs(chain, question, MINT_BOUNDS);
}

function liquidityOf(log: ChainLog, time: string | null): Pair["first_liquidity"] {
  const mint = readPoolEvent(log);
  if (mint?.kind !== "mint") return null;
  return { amount0: String(mint.amount0), amount1: String(mint.amount1), block: Number(log.block), time, tx: log.tx };
}
