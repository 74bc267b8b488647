import { byPlace, type ChainLog } from "@/lib/chain/chainLog";
import { logWords, wordAddress, wordUint } from "@/lib/chain/logWords";
import type { Pool, Side } from "@/lib/chain/pool";
import { priceOfReserves, type V2PoolState } from "@/lib/chain/poolState";
import { TOPIC } from "@/lib/chain/poolTopics";
import { type Reserves, type Step, stepsOf } from "@/lib/chain/reserves";
import { squareRoot } from "@/lib/chain/squareRoot";
import { inQuote, type Yield } from "./yield";

/** The position is so small a part of the pool. */
const PART = 100n;
const NOBODY = `0x${"0".repeat(40)}`;

/**
 * A hundredth of a pair, exactly: what its shares are worth at the end, against the same shares without any fee
 * (the product of both sides as it was) and against holding. null: there was nothing in it.
 */
export function v2Yield(pool: Pool, quote: Side, logs: readonly ChainLog[], end: V2PoolState, from: bigint): Yield | null {
  const steps = stepsOf(pool, logs, null);
  const entry = entryOf(steps, end, from);
  if (!entry || !filled(entry.reserves) || !filled(end) || end.supply === 0n) return null;
  const shares = end.supply - sharesMade(pool, logs, entry.log);
  const [quote0, base0] = sidesOf(entry.reserves, quote);
  const [quote1, base1] = sidesOf(end, quote);
  const endPrice = priceOfReserves(end, quote);
  const worth = (2n * quote1 * shares) / end.supply / PART;
  const held = (quote0 + inQuote(base0, endPrice)) / PART;
  const feeless = (2n * squareRoot((base0 * quote0 * quote1) / base1)) / PART;
  return {
    method: "reserves",
    enteredBlock: entry.block,
    startPrice: priceOfReserves(entry.reserves, quote),
    endPrice,
    amount0: entry.reserves.reserve0 / PART,
    amount1: entry.reserves.reserve1 / PART,
    held,
    fees: worth - feeless,
    loss: feeless < held ? feeless - held : 0n,
  };
}

type Entry = { block: bigint; reserves: Reserves; log: ChainLog | null };

/** The window's start, or the first moment at which there was anything in the pool. `log`: after which event. */
function entryOf(steps: readonly Step[], end: Reserves, from: bigint): Entry | null {
  const [first] = steps;
  if (!first) return { block: from, reserves: end, log: null };
  if (first.before && filled(first.before)) return { block: from, reserves: first.before, log: null };
  const opened = steps.find(({ after }) => after && filled(after));
  return opened?.after ? { block: opened.log.block, reserves: opened.after, log: opened.log } : null;
}

/** Shares that were made since, less those that the pool itself burnt. */
function sharesMade(pool: Pool, logs: readonly ChainLog[], since: ChainLog | null): bigint {
  let made = 0n;
  for (const log of logs) {
    const words = log.topics[0] === TOPIC.transfer ? logWords(log, 2, 1) : null;
    if (!words || log.address !== pool.address.toLowerCase() || (since && byPlace(log, since) < 0)) continue;
    const [sender, receiver] = words.topics.map(wordAddress);
    if (sender === NOBODY) made += wordUint(words.data[0]);
    // Who sends shares to nobody keeps them in the count; only the pool's own are burnt.
    else if (receiver === NOBODY && sender === pool.address) made -= wordUint(words.data[0]);
  }
  return made;
}

function sidesOf({ reserve0, reserve1 }: Reserves, quote: Side): [quote: bigint, base: bigint] {
  return quote === 0 ? [reserve0, reserve1] : [reserve1, reserve0];
}

function filled({ reserve0, reserve1 }: Reserves): boolean {
  return reserve0 > 0n && reserve1 > 0n;
}
