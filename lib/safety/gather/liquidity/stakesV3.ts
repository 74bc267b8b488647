import {
  type Address,
  encodeFunctionData,
  encodePacked,
  getAddress,
  type Hex,
  hexToNumber,
  isAddressEqual,
  keccak256,
  slice,
  toHex,
} from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import type { TradedPool } from "@/lib/safety/facts";
import { POOL_V3 } from "../abiV3";
import { signedWord, word } from "../word";
import { amountsOf } from "./amountsOf";
import { firstFilled } from "./firstFilled";
import { type Position, readPositions } from "./readPositions";
import type { MintLog, Stake, Stakes } from "./stake";

const MINT = keccak256(toHex("Mint(address,address,int24,int24,uint128,uint256,uint256)"));
const BOUNDS = { order: "oldest", requests: 36, withinMs: 2_500, enough: 2_000 } as const;

/** Who could take what out of a V3 pool, by the quote that it would get at the price of now. Four round trips. */
export async function stakesV3(chain: ChainView, exchange: Exchange, token: Address, pool: TradedPool, from = 0n): Promise<Stakes> {
  const get = (functionName: "slot0" | "liquidity") => chain.read(pool.address, encodeFunctionData({ abi: POOL_V3, functionName }));
  const [window, slot0, liquidity] = await Promise.all([
    readLogs(chain, { address: pool.address, topics: [MINT], from, to: chain.block.number }, BOUNDS),
    get("slot0"),
    get("liquidity"),
  ]);
  const [price, tick, active] = [word(slot0, 0), signedWord(slot0, 1), word(liquidity)];
  if (price === null || tick === null || active === null) return nothing("The pool did not say its price.");
  const mints = window.logs.flatMap(readMint);
  const managed = mints.filter(({ owner }) => isAddressEqual(owner, exchange.v3.positions));
  const direct = mints.filter(({ owner }) => !isAddressEqual(owner, exchange.v3.positions));
  const [createdAt, positions, own] = await Promise.all([
    firstFilled(chain, window),
    readPositions(chain, exchange.v3.positions, managed),
    Promise.all(ranges(direct).map((mint) => ownPosition(chain, pool.address, mint))),
  ]);
  const all = [...positions, ...own].filter((position) => position.liquidity > 0n);
  const inRange = all.filter(({ lower, upper }) => lower <= tick && tick < upper).reduce((sum, position) => sum + position.liquidity, 0n);
  const complete = window.complete && inRange >= active;
  const quoteIsFirst = BigInt(pool.quote.address) < BigInt(token);
  const stakes = weigh(all, price, quoteIsFirst);
  const whole = stakes.reduce((sum, { weight }) => sum + weight, 0n);
  const why = complete
    ? null
    : window.from === null
      ? "The pool's logs could not be read."
      : "The pool has more positions than could be found.";
  return { stakes, whole, complete, createdAt, why };
}

function nothing(why: string): Stakes {
  return { stakes: [], whole: 0n, complete: false, createdAt: null, why };
}

function readMint({ topics: [, owner, lower, upper], data, tx, block }: ChainLog): MintLog[] {
  if (!owner || !lower || !upper || data.length < 2 + 128 * 2) return [];
  // The rest: how much liquidity, and how much of both tokens; the position manager logs the same three words.
  return [{ owner: getAddress(slice(owner, 12)), lower: tickOf(lower), upper: tickOf(upper), rest: slice(data, 32, 128), tx, block }];
}

function tickOf(topic: Hex): number {
  return hexToNumber(topic, { signed: true, size: 32 });
}

/** A contract that mints without the manager has one position for each range, however often it adds to it. */
function ranges(mints: readonly MintLog[]): MintLog[] {
  return [...new Map(mints.map((mint) => [`${mint.owner} ${mint.lower} ${mint.upper}`, mint])).values()].slice(0, 40);
}

async function ownPosition(chain: ChainView, pool: Address, { owner, lower, upper, tx }: MintLog): Promise<Position> {
  const key = keccak256(encodePacked(["address", "int24", "int24"], [owner, lower, upper]));
  const data = await chain.read(pool, encodeFunctionData({ abi: POOL_V3, functionName: "positions", args: [key] }));
  return { holder: owner, tokenId: null, lower, upper, liquidity: word(data) ?? 0n, tx };
}

/** By holder. Where no quote lies in any position, the tokens weigh. */
function weigh(positions: readonly Position[], price: bigint, quoteIsFirst: boolean): Stake[] {
  const amounts = positions.map(({ liquidity, lower, upper }) => {
    const { amount0, amount1 } = amountsOf(liquidity, lower, upper, price);
    return quoteIsFirst ? { quote: amount0, token: amount1 } : { quote: amount1, token: amount0 };
  });
  const anyQuote = amounts.some(({ quote }) => quote > 0n);
  const stakes = new Map<Address, Stake & { largest: bigint }>();
  positions.forEach(({ holder, tokenId, tx }, i) => {
    const weight = (anyQuote ? amounts[i]?.quote : amounts[i]?.token) ?? 0n;
    const known = stakes.get(holder) ?? { holder, weight: 0n, tokenId, depositors: [], deposits: [], largest: -1n };
    const larger = weight > known.largest;
    stakes.set(holder, {
      ...known,
      weight: known.weight + weight,
      tokenId: larger ? tokenId : known.tokenId,
      largest: larger ? weight : known.largest,
      deposits: [...known.deposits, tx].slice(-3),
    });
  });
  return [...stakes.values()].map(({ largest: _, ...stake }) => stake);
}
