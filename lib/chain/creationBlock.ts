import { type Address, hexToBigInt, numberToHex } from "viem";
import { isStateGone } from "./nodeErrors";
import type { ChainView } from "./openChain";

/** So many blocks are asked about in one batch. */
const POINTS = 32n;
/** Five rounds find one block in thirty million. */
const MOST_ROUNDS = 8;

/** `block`: the first one that has it. `standing`: no older state could be read; it stood there at `since` already. */
export type CreationBlock = { found: true; block: bigint } | { found: false; since: bigint };

/**
 * The block in which a contract appeared, by asking for past states: first ever further back, since most that are asked
 * about are young, then in equal steps between what was seen.
 */
export async function findCreationBlock(chain: ChainView, address: Address): Promise<CreationBlock> {
  const top = chain.block.number;
  const nonce = hexToBigInt((await chain.ask("eth_getTransactionCount", [address, numberToHex(top)])) as `0x${string}`);
  // Contracts count from 1, and a number is a shorter answer than their code. Code that was never deployed counts from 0.
  const isThere = nonce > 0n ? hasNonce(chain, address) : hasCode(chain, address);
  let there = top;
  let absent = -1n;
  let points = backwards(top);
  for (let round = 0; round < MOST_ROUNDS && there - absent > 1n; round++) {
    const seen = await Promise.all(points.map(async (at) => ({ at, there: await isThere(at) })));
    const before = { there, absent };
    for (const one of seen) if (one.there === true && one.at < there) there = one.at;
    for (const one of seen) if (one.there === false && one.at > absent && one.at < there) absent = one.at;
    // Nothing learnt: whatever lies between is no longer kept.
    if (before.there === there && before.absent === absent) break;
    points = between(absent, there);
  }
  return there - absent === 1n ? { found: true, block: there } : { found: false, since: there };
}

type Question = (block: bigint) => Promise<boolean | null>;

function hasNonce(chain: ChainView, address: Address): Question {
  return (block) => past(chain, "eth_getTransactionCount", address, block, (answer) => hexToBigInt(answer) > 0n);
}

function hasCode(chain: ChainView, address: Address): Question {
  return (block) => past(chain, "eth_getCode", address, block, (answer) => answer !== "0x");
}

async function past(
  chain: ChainView,
  method: string,
  address: Address,
  block: bigint,
  test: (answer: `0x${string}`) => boolean,
): Promise<boolean | null> {
  try {
    return test((await chain.ask(method, [address, numberToHex(block)])) as `0x${string}`);
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
