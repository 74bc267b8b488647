import { type Address, encodeFunctionData, hexToBigInt, isAddressEqual, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { type BlockTimes, readBlockTimes } from "@/lib/chain/blockTimes";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { Exchange, Quote } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { Pool } from "@/lib/chain/pool";
import { readPoolEvent } from "@/lib/chain/poolEvents";
import { poolsOfToken } from "@/lib/chain/poolsOfToken";
import { TOPIC } from "@/lib/chain/poolTopics";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { readSenders } from "@/lib/chain/senders";
import type { PoolHistory } from "./schema";
import { whyMissing } from "./whyMissing";

const MOST_POOLS = 3;
const MOST_EVENTS = 40;
/** A node that takes 10,000 blocks at once gives some days of Base; more would keep the buyer waiting. */
const BOUNDS = { requests: 24, withinMs: 2_500, enough: 2_000 } as const;

type Traded = { pool: Pool; quote: Quote; quoteNow: bigint | null };
type Moved = { log: ChainLog; kind: "added" | "taken_out"; token: bigint; quote: bigint };
type Told = { senderOf: (tx: ChainLog["tx"]) => Address | null; times: BlockTimes; creator: Address | null };

/** When liquidity came into the token's deepest pools and when it left, and by whose hand; emptied pools are among them. */
export async function liquidityHistory(
  chain: ChainView,
  exchange: Exchange | null,
  token: Address,
  creator: Address | null,
): Promise<PoolHistory[]> {
  if (!exchange) return [];
  const pools = await deepest(chain, exchange, token);
  const topics = [[TOPIC.mintV2, TOPIC.burnV2, TOPIC.mintV3, TOPIC.burnV3]];
  const read = await Promise.all(
    pools.map(({ pool }) => readLogs(chain, { address: pool.address, topics, from: 0n, to: chain.block.number }, BOUNDS)),
  );
  const moved = pools.map((traded, i) => (read[i]?.logs ?? []).flatMap((log) => movedBy(traded, token, log)));
  const shown = moved.flatMap((some) => some.slice(0, MOST_EVENTS).map(({ log }) => log));
  const [senderOf, times] = await Promise.all([
    readSenders(
      chain,
      shown.map(({ tx }) => tx),
    ),
    readBlockTimes(chain, shown),
  ]);
  return pools.map((traded, i) => historyOf(traded, moved[i] ?? [], read[i] as LogWindow, { senderOf, times, creator }));
}

async function deepest(chain: ChainView, exchange: Exchange, token: Address): Promise<Traded[]> {
  const pools = await poolsOfToken(chain, exchange, token);
  const known = pools.flatMap((pool) => {
    const other = isAddressEqual(pool.token0, token) ? pool.token1 : pool.token0;
    const quote = exchange.quotes.find(({ address }) => isAddressEqual(address, other));
    return quote ? [{ pool, quote }] : [];
  });
  const held = await Promise.all(known.map(({ pool, quote }) => balanceOf(chain, quote.address, pool.address)));
  // A dollar has 6 decimals and ether 18 and some thousand dollars: near enough to say which pool is the deepest.
  const depth = ({ quote, quoteNow }: Traded) => (quoteNow ?? 0n) * (quote.symbol === "USDC" ? 10n ** 9n : 3n);
  return known
    .map((one, i) => ({ ...one, quoteNow: held[i] ?? null }))
    .sort((a, b) => Number(depth(a) < depth(b)) - Number(depth(a) > depth(b)))
    .slice(0, MOST_POOLS);
}

function movedBy({ pool }: Traded, token: Address, log: ChainLog): Moved[] {
  const event = readPoolEvent(log);
  if (event?.kind !== "mint" && event?.kind !== "burn") return [];
  // A burn of nothing only brings a V3 position's fees up to date.
  if (event.amount0 === 0n && event.amount1 === 0n) return [];
  const first = isAddressEqual(pool.token0, token);
  const [mine, other] = first ? [event.amount0, event.amount1] : [event.amount1, event.amount0];
  return [{ log, kind: event.kind === "mint" ? "added" : "taken_out", token: mine, quote: other }];
}

function historyOf({ pool, quote, quoteNow }: Traded, moved: readonly Moved[], read: LogWindow, told: Told): PoolHistory {
  const of = (kind: Moved["kind"]) => moved.filter((one) => one.kind === kind);
  const sum = (some: readonly Moved[]) => String(some.reduce((total, one) => total + one.quote, 0n));
  const [added, taken] = [of("added"), of("taken_out")];
  return {
    pool: pool.address,
    version: pool.version,
    quote_token: quote.address,
    quote_symbol: quote.symbol,
    quote_now: quoteNow === null ? null : String(quoteNow),
    added_quote: sum(added),
    taken_quote: sum(taken),
    additions: added.length,
    removals: taken.length,
    events: moved.slice(0, MOST_EVENTS).map((one) => eventOf(one, told)),
    complete: read.complete,
    why: whyMissing(read),
  };
}

function eventOf({ log, kind, token, quote }: Moved, { senderOf, times, creator }: Told): PoolHistory["events"][number] {
  const by = senderOf(log.tx);
  return {
    kind,
    block: Number(log.block),
    time: times(log.block),
    tx: log.tx,
    by,
    by_creator: by && creator ? isAddressEqual(by, creator) : null,
    token_amount: String(token),
    quote_amount: String(quote),
  };
}

async function balanceOf(chain: ChainView, token: Address, holder: Address): Promise<bigint | null> {
  const answer = await chain.read(token, encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [holder] }));
  return answer !== null && size(answer) === 32 ? hexToBigInt(answer) : null;
}
