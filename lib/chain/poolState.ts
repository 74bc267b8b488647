import { encodeFunctionData, type Hex, hexToBigInt } from "viem";
import { readAt } from "./heldBy";
import type { ChainView } from "./openChain";
import { POOL, type Pool, type Price, type Side } from "./pool";
import type { Reserves } from "./reserves";

export type V2PoolState = Reserves & { supply: bigint };
/** `growth`: all fees that one unit of liquidity has earned so far, times 2^128. `protocol`: the n-th part of fees that it keeps, 0 for none. */
export type V3PoolState = { sqrtPrice: bigint; liquidity: bigint; growth0: bigint; growth1: bigint; protocol0: bigint; protocol1: bigint };

type Getter = "getReserves" | "totalSupply" | "slot0" | "liquidity" | "feeGrowthGlobal0X128" | "feeGrowthGlobal1X128";

/** A pair at the end of a block; null where the node has forgotten, or the pair was not there yet. */
export async function v2StateAt(chain: ChainView, pool: Pool, block: bigint): Promise<V2PoolState | null> {
  const [reserves, supply] = await Promise.all([words(chain, pool, "getReserves", block), words(chain, pool, "totalSupply", block)]);
  const [reserve0, reserve1] = reserves;
  if (reserve0 === undefined || reserve1 === undefined || supply[0] === undefined) return null;
  return { reserve0, reserve1, supply: supply[0] };
}

/** A V3 pool at the end of a block; null as above, or where it has no price yet. */
export async function v3StateAt(chain: ChainView, pool: Pool, block: bigint): Promise<V3PoolState | null> {
  const [slot0, liquidity, growth0, growth1] = await Promise.all(
    (["slot0", "liquidity", "feeGrowthGlobal0X128", "feeGrowthGlobal1X128"] as const).map((getter) => words(chain, pool, getter, block)),
  );
  const [sqrtPrice = 0n, , , , , protocol = 0n] = slot0 ?? [];
  if (sqrtPrice === 0n || liquidity?.[0] === undefined || growth0?.[0] === undefined || growth1?.[0] === undefined) return null;
  const kept = { protocol0: protocol % 16n, protocol1: protocol >> 4n };
  return { sqrtPrice, liquidity: liquidity[0], growth0: growth0[0], growth1: growth1[0], ...kept };
}

/** Of V3: from the square root that the pool keeps. */
export function priceOfRoot(sqrtPrice: bigint, quote: Side): Price {
  const square = sqrtPrice * sqrtPrice;
  return quote === 1 ? { num: square, den: 2n ** 192n } : { num: 2n ** 192n, den: square };
}

/** Of V2: what lies on both sides. */
export function priceOfReserves({ reserve0, reserve1 }: Reserves, quote: Side): Price {
  return quote === 1 ? { num: reserve1, den: reserve0 } : { num: reserve0, den: reserve1 };
}

async function words(chain: ChainView, { address }: Pool, functionName: Getter, block: bigint): Promise<bigint[]> {
  const data = encodeFunctionData({ abi: POOL, functionName });
  const answer = block === chain.block.number ? await chain.read(address, data) : await readAt(chain, address, data, block);
  return (answer?.slice(2).match(/.{64}/g) ?? []).map((word) => hexToBigInt(`0x${word}` as Hex));
}
