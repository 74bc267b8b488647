import type { Exchange } from "@/lib/chain/exchanges";
import type { PoolAt } from "./readPool";

/** Compares pools where no pool tells the price; nothing else depends on it. */
const ROUGH_USDC_PER_ETHER = 2_000n * 10n ** 6n;
const ETHER = 10n ** 18n;

/** From the deepest of the pools in which WETH stands as the token and USDC as the quote. */
export function usdcPerEther({ quotes: [weth, usdc] }: Exchange, pools: readonly PoolAt[]): bigint {
  const [deepest] = [...pools].sort((a, b) => Number(a.quoteReserve < b.quoteReserve) - Number(a.quoteReserve > b.quoteReserve));
  if (!deepest || deepest.quoteReserve === 0n || deepest.tokenReserve === 0n) return ROUGH_USDC_PER_ETHER;
  if (deepest.sqrtPriceX96 === null) return (deepest.quoteReserve * ETHER) / deepest.tokenReserve;
  const price = deepest.sqrtPriceX96 ** 2n;
  return BigInt(weth.address) < BigInt(usdc.address) ? (price * ETHER) >> 192n : (ETHER << 192n) / price;
}
