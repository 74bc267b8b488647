import { type Address, getAddress, parseAbi } from "viem";
import type { PoolAnswer } from "./answerShapes";
import type { Exchange } from "./exchanges";
import type { TokenFacts } from "./tokenFacts";

/** A V2 pair or a V3 pool. */
export type Pool = {
  version: "v2" | "v3";
  address: Address;
  token0: Address;
  token1: Address;
  /** Millionths of what goes in; null where nobody knows (V2 pairs of other exchanges). */
  feePpm: number | null;
  known: boolean;
};

export type Side = 0 | 1;

/** A price as a fraction: atomic units of the quote token for one of the other. */
export type Price = { num: bigint; den: bigint };

export const POOL = parseAbi([
  "function token0() view returns (address)",
  "function token1() view returns (address)",
  "function fee() view returns (uint24)",
  "function factory() view returns (address)",
  "function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 at)",
  "function totalSupply() view returns (uint256)",
  "function liquidity() view returns (uint128)",
  "function slot0() view returns (uint160 sqrtPrice, int24 tick, uint16 a, uint16 b, uint16 c, uint8 feeProtocol, bool unlocked)",
  "function feeGrowthGlobal0X128() view returns (uint256)",
  "function feeGrowthGlobal1X128() view returns (uint256)",
  "function getPool(address a, address b, uint24 fee) view returns (address)",
]);

/** The side that people count in: dollars before ether, and where neither is there, the second token. */
export function quoteSide(exchange: Exchange | null, { token0, token1 }: Pick<Pool, "token0" | "token1">): Side {
  const [weth, usdc] = exchange?.quotes ?? [];
  for (const quote of [usdc, weth]) {
    if (quote && same(quote.address, token0)) return 0;
    if (quote && same(quote.address, token1)) return 1;
  }
  return 1;
}

export function poolAnswer(pool: Pool, quote: Side, token: (address: Address) => TokenFacts): PoolAnswer {
  return {
    address: pool.address,
    version: pool.version,
    fee_ppm: pool.feePpm,
    token0: token(pool.token0),
    token1: token(pool.token1),
    quote: quote === 0 ? "token0" : "token1",
    by_known_factory: pool.known,
  };
}

function same(a: Address, b: Address): boolean {
  return getAddress(a) === getAddress(b);
}
