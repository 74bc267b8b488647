import { type Address, encodeFunctionData } from "viem";
import { ERC20, PAIR } from "@/lib/chain/abi";
import type { Quote } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { TradedPool } from "@/lib/safety/facts";
import { POOL_V3 } from "./abiV3";
import { word } from "./word";

/** Of V3, where it was opened at a price: the root of token1 for token0, times 2^96. */
export type PoolAt = TradedPool & { sqrtPriceX96: bigint | null };

type Place = { version: "v2" | "v3"; address: Address | null; feeBps: number; quote: Quote };

/** What lies in a pool that a known factory names; null where there is none, or nothing in it to trade with. */
export async function readPool(chain: ChainView, token: Address, { version, address, feeBps, quote }: Place): Promise<PoolAt | null> {
  if (address === null) return null;
  const held = await (version === "v2" ? reserves(chain, token, address, quote) : balances(chain, token, address, quote));
  return held && { version, address, feeBps, quote, ...held };
}

async function reserves(chain: ChainView, token: Address, pair: Address, quote: Quote) {
  const both = await chain.read(pair, encodeFunctionData({ abi: PAIR, functionName: "getReserves" }));
  // A pair sorts its tokens by address.
  const first = BigInt(token) < BigInt(quote.address) ? 0 : 1;
  const [tokenReserve, quoteReserve] = [word(both, first), word(both, 1 - first)];
  return tokenReserve && quoteReserve ? { tokenReserve, quoteReserve, sqrtPriceX96: null } : null;
}

/** A pool into which only the token was put has no quote yet, and still sells. */
async function balances(chain: ChainView, token: Address, pool: Address, quote: Quote) {
  const balance = encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [pool] });
  const [ofToken, ofQuote, slot0] = await Promise.all([
    chain.read(token, balance),
    chain.read(quote.address, balance),
    chain.read(pool, encodeFunctionData({ abi: POOL_V3, functionName: "slot0" })),
  ]);
  const [tokenReserve, quoteReserve, sqrtPriceX96] = [word(ofToken) ?? 0n, word(ofQuote) ?? 0n, word(slot0) ?? 0n];
  if (sqrtPriceX96 === 0n || (tokenReserve === 0n && quoteReserve === 0n)) return null;
  return { tokenReserve, quoteReserve, sqrtPriceX96 };
}
