import { readBlockTimes } from "@/lib/chain/blockTimes";
import type { ChainView } from "@/lib/chain/openChain";
import type { Pool, Side } from "@/lib/chain/pool";
import { priceText } from "@/lib/chain/priceText";
import { readSenders } from "@/lib/chain/senders";
import type { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { WhaleSwapsAnswer } from "./schema";
import type { SizedSwap } from "./sizes";

/** The rows of the answer: who sent each swap and when, in one batch. */
export async function describeSwaps(
  chain: ChainView,
  swaps: readonly SizedSwap[],
  side: (pool: Pool) => Side,
  token: Awaited<ReturnType<typeof readTokenFacts>>,
): Promise<WhaleSwapsAnswer["swaps"]> {
  const logs = swaps.map(({ log }) => log);
  const [senderOf, times] = await Promise.all([
    readSenders(
      chain,
      logs.map(({ tx }) => tx),
    ),
    readBlockTimes(chain, logs),
  ]);
  return swaps.map(({ log, pool, price, ...swap }) => {
    const [base, quote] = side(pool) === 0 ? [pool.token1, pool.token0] : [pool.token0, pool.token1];
    return {
      pool: pool.address,
      block: Number(log.block),
      time: times(log.block),
      tx: log.tx,
      by: senderOf(log.tx),
      to: swap.to,
      side: swap.side,
      base_amount: String(swap.base),
      quote_amount: String(swap.quote),
      price: priceText(price, token(base).decimals, token(quote).decimals),
      share_bps: swap.shareBps,
    };
  });
}
