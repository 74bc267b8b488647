import { parseUnits } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { askedPools } from "@/lib/chain/askedPools";
import { blockWindow } from "@/lib/chain/blockWindow";
import { byPlace } from "@/lib/chain/chainLog";
import { readCursor } from "@/lib/chain/cursor";
import { openMarket } from "@/lib/chain/openMarket";
import { leftOf, orRefuse, pageOf } from "@/lib/chain/pageOf";
import { type Pool, poolAnswer, quoteSide } from "@/lib/chain/pool";
import { TOPIC } from "@/lib/chain/poolTopics";
import { readLogs } from "@/lib/chain/readLogs";
import { readTokenFacts, type TokenFacts } from "@/lib/chain/tokenFacts";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { describeSwaps } from "./describe";
import type { WhaleSwapsAnswer, WhaleSwapsInput } from "./schema";
import { type SizedSwap, sizedSwaps } from "./sizes";

const USUAL = 10_000n;
const MOST = 100_000n;
const USUAL_SHARE = 100;

/** Reads the pools' swaps in the window and keeps the large ones. */
export async function run(input: WhaleSwapsInput, ctx: ToolContext): Promise<WhaleSwapsAnswer> {
  const market = await openMarket(input, ctx);
  const { id, chain, exchange } = market;
  const question = ["whale-swaps", id, input.address.toLowerCase(), input.min_quote ?? null, input.min_share_bps ?? null];
  const cursor = input.cursor ? readCursor(question, input.cursor, chain.block.number) : null;
  const [pools, window] = await Promise.all([askedPools(market, ctx, input.address), cursor ?? blockWindow(chain, input, USUAL, MOST)]);
  const { from, to, holds } = leftOf(window, cursor);

  const topics = [[TOPIC.swapV2, TOPIC.swapV3, TOPIC.sync]];
  const [token, read] = await Promise.all([
    readTokenFacts(
      chain,
      pools.flatMap(({ token0, token1 }) => [token0, token1]),
    ),
    readLogs(chain, { address: pools.map(({ address }) => address), topics, from, to }),
  ]);
  const side = (pool: Pool) => quoteSide(exchange, pool);
  const swaps = pools.flatMap((pool) => sizedSwaps(pool, side(pool), orRefuse(read).logs)).filter(({ log }) => holds(log));
  const least = leastOf(input, pools, (pool) => token(side(pool) === 0 ? pool.token0 : pool.token1));
  const large = swaps.filter((swap) => isLarge(swap, least)).sort((a, b) => byPlace(b.log, a.log));
  const page = pageOf(question, { from: window.from, to: window.to }, read, large, input.limit);
  return {
    chain: id,
    as_of_block: Number(chain.block.number),
    summary: `${page.rows.length} of ${swaps.length} swaps that were looked at ${page.rows.length === 1 ? "is" : "are"} at least that large.`,
    pools: pools.map((pool) => poolAnswer(pool, side(pool), token)),
    window: page.window,
    swaps_seen: swaps.length,
    swaps: await describeSwaps(chain, page.rows, side, token),
    cursor: page.cursor,
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: WhaleSwapsInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

type Least = { quote: bigint | null; share: number | null };

function leastOf(input: WhaleSwapsInput, pools: readonly Pool[], quoteOf: (pool: Pool) => TokenFacts): Least {
  const share = input.min_share_bps ?? null;
  if (input.min_quote === undefined) return { quote: null, share: share ?? USUAL_SHARE };
  const quotes = new Map(pools.map((pool) => [quoteOf(pool).address, quoteOf(pool)]));
  const [quote, other] = [...quotes.values()];
  if (other) {
    throw new ToolRefusal("several_quotes", "The pools of this token count in different tokens, so one amount fits only some of them.", {
      hint: "Give `min_share_bps` instead of `min_quote`, or the address of one pool.",
    });
  }
  if (quote?.decimals == null) {
    throw new ToolRefusal("decimals_unknown", "The pool's quote token does not tell its decimals.", {
      hint: "Give `min_share_bps` instead.",
    });
  }
  return { quote: parseUnits(input.min_quote, quote.decimals), share };
}

function isLarge({ quote, shareBps }: SizedSwap, least: Least): boolean {
  return (least.quote === null || quote >= least.quote) && (least.share === null || (shareBps ?? 0) >= least.share);
}
