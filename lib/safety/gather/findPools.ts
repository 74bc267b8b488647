import { type Address, encodeFunctionData, isAddressEqual } from "viem";
import { FACTORY } from "@/lib/chain/abi";
import { addressWord } from "@/lib/chain/addressWord";
import type { Exchange, Quote } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { TradedPool } from "@/lib/safety/facts";
import { FACTORY_V3 } from "./abiV3";
import { type PoolAt, readPool } from "./readPool";
import { usdcPerEther } from "./usdcPerEther";

/** What V3 pools may keep of a trade, in their own unit: millionths. */
const FEES_V3 = [100, 500, 3_000, 10_000] as const;
const FEE_V2_BPS = 30;
const ETHER = 10n ** 18n;

export type FoundPools = { pools: TradedPool[]; why: string | null };

/** Every Uniswap pool of the token against WETH or USDC that holds something, the deepest first. Two round trips. */
export async function findPools(chain: ChainView, exchange: Exchange | null, token: Address): Promise<FoundPools> {
  if (!exchange) return { pools: [], why: "We know no exchange on this chain." };
  const [weth, usdc] = exchange.quotes;
  const quotes = exchange.quotes.filter((quote) => !isAddressEqual(quote.address, token));
  const [found, prices] = await Promise.all([
    Promise.all(quotes.flatMap((quote) => poolsAgainst(chain, exchange, token, quote))),
    Promise.all(poolsAgainst(chain, exchange, weth.address, usdc)),
  ]);
  const price = usdcPerEther(
    exchange,
    prices.filter((pool) => pool !== null),
  );
  const inUsdc = ({ quote, quoteReserve }: TradedPool) => (quote.symbol === "USDC" ? quoteReserve : (quoteReserve * price) / ETHER);
  const pools = found
    .filter((pool) => pool !== null)
    .sort((a, b) => Number(inUsdc(a) < inUsdc(b)) - Number(inUsdc(a) > inUsdc(b)))
    .map(({ sqrtPriceX96: _, ...pool }) => pool);
  return {
    pools,
    why: pools.length > 0 ? null : "No Uniswap V2 or V3 pool against WETH or USDC holds anything; other exchanges are not looked at.",
  };
}

function poolsAgainst(chain: ChainView, { factory, v3 }: Exchange, token: Address, quote: Quote): Promise<PoolAt | null>[] {
  const pair = chain.read(factory, encodeFunctionData({ abi: FACTORY, functionName: "getPair", args: [token, quote.address] }));
  return [
    pair.then((data) => readPool(chain, token, { version: "v2", address: addressWord(data), feeBps: FEE_V2_BPS, quote })),
    ...FEES_V3.map(async (fee) => {
      const args = [token, quote.address, fee] as const;
      const data = await chain.read(v3.factory, encodeFunctionData({ abi: FACTORY_V3, functionName: "getPool", args }));
      return readPool(chain, token, { version: "v3", address: addressWord(data), feeBps: fee / 100, quote });
    }),
  ];
}
