import { type Address, type Hex, numberToHex } from "viem";
import { isStateGone } from "./nodeErrors";
import type { ChainView } from "./openChain";

/** So many blocks are asked about in one batch. */
const POINTS = 32n;
/** Five rounds find one block in thirty million. */
const MOST_ROUNDS = 8;

/** null: the node no longer knows. */
export type PastQuestion = (block: bigint) => Promise<boolean | null>;

/** `block`: the first one of which it holds. `standing`: no older state could be read; it held at `since` already. */
export type FirstBlock = { found: true; block: bigint } | { found: false; since: bigint };

/**
 * The first block of which something holds that holds now, by asking for past states: first ever further back, since most
 * that is asked about is young, then in equal steps between what was seen.
 */
export async function firstBlockWhere(top: bigint, holds: PastQuestion): Promise<FirstBlock> {
  let there = top;
  let absent = -1n;
  let points = backwards(top);
  for (let round = 0; round < MOST_ROUNDS && there - absent > 1n; round++) {
    const seen = await Promise.all(points.map(async (at) => ({ at, there: await holds(at) })));
    const before = { there, absent };
    for (const one of seen) if (one.there === true && one.at < there) there = one.at;
    for (const one of seen) if (one.there === false && one.at > absent && one.at < there) absent = one.at;
    // Nothing learnt: whatever lies between is no longer kept.
    if (before.there === there && before.absent === absent) break;
    points = between(absent, there);
  }
  return there - absent === 1n ? { found: true, block: there } : { found: false, since: there };
}

/** Asks for a piece of an account as it was. */
export async function askPast(
  chain: ChainView,
  method: "eth_getTransactionCount" | "eth_getCode",
  address: Address,
  block: bigint,
  test: (answer: Hex) => boolean,
): Promise<boolean | null> {
  try {
    return test((await chain.ask(method, [address, numberToHex(block)])) as Hex);
  } catch (error) {
    if (isStateGone(error)) return null;
    throw error;
  }
}

/** One block back, two, four, and so on to the first block. */
function backwards(top: bigint): bigint[] {
  const points: bigint[] = [];
  for (let step = 1n; step < top; step *= 2n) points.push(top - step);
  return top > 0n ? [...points, 0n] : points;
}

/** Evenly spread, without the two ends. */
function between(low: bigint, high: bigint): bigint[] {
  const inside = high - low - 1n;
  if (inside <= POINTS) return Array.from({ length: Number(inside) }, (_, i) => low + 1n + BigInt(i));
  return Array.from({ length: Number(POINTS) }, (_, i) => low + ((BigInt(i) + 1n) * (inside + 1n)) / (POINTS + 1n));
}
