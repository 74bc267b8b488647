import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, isAddressEqual, size } from "viem";
import { FACTORY, PAIR } from "@/lib/chain/abi";
import { addressWord } from "@/lib/chain/addressWord";
import type { Exchange, Quote } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { PoolFacts } from "../facts";

/** Compares pools where no pool tells the price; nothing else depends on it. */
const ROUGH_USDC_PER_ETHER = 2_000n * 10n ** 6n;
const ETHER = 10n ** 18n;

type Pool = { pair: Address; quote: Quote; tokenReserve: bigint; quoteReserve: bigint };

/** The deepest Uniswap V2 pool of the token against WETH or USDC. */
export async function findPool(chain: ChainView, exchange: Exchange | null, token: Address): Promise<PoolFacts> {
  if (!exchange) return { found: false, why: "We know no Uniswap V2 on this chain." };
  const [weth, usdc] = exchange.quotes;
  const [pools, price] = await Promise.all([
    Promise.all(
      [weth, usdc].filter((quote) => !isAddressEqual(quote.address, token)).map((quote) => openPool(chain, exchange, token, quote)),
    ),
    openPool(chain, exchange, weth.address, usdc),
  ]);
  const inUsdc = ({ quote, quoteReserve }: Pool) => (quote.symbol === "USDC" ? quoteReserve : (quoteReserve * usdcPerEther(price)) / ETHER);
  const [deepest] = pools.filter((pool) => pool !== null).sort((a, b) => (inUsdc(a) < inUsdc(b) ? 1 : -1));
  if (!deepest) return { found: false, why: "No Uniswap V2 pool against WETH or USDC; other exchanges are not looked at." };
  return { found: true, ...deepest };
}

async function openPool(chain: ChainView, { factory }: Exchange, token: Address, quote: Quote): Promise<Pool | null> {
  const args = [token, quote.address] as const;
  const pair = addressWord(await chain.read(factory, encodeFunctionData({ abi: FACTORY, functionName: "getPair", args })));
  if (pair === null) return null;
  const get = (functionName: "token0" | "getReserves") => chain.read(pair, encodeFunctionData({ abi: PAIR, functionName }));
  const [first, reserves] = await Promise.all([get("token0"), get("getReserves")]);
  const token0 = addressWord(first);
  const both = reservesOf(reserves);
  if (token0 === null || both === null) return null;
  const [tokenReserve, quoteReserve] = isAddressEqual(token0, token) ? both : ([both[1], both[0]] as const);
  return { pair, quote, tokenReserve, quoteReserve };
}

function reservesOf(data: Hex | null): readonly [bigint, bigint] | null {
  if (data === null || size(data) !== 96) return null;
  const [reserve0, reserve1] = decodeFunctionResult({ abi: PAIR, functionName: "getReserves", data });
  return [reserve0, reserve1];
}

/** The pool of WETH and USDC, where WETH stands as the token. */
function usdcPerEther(pool: Pool | null): bigint {
  if (!pool || pool.tokenReserve === 0n || pool.quoteReserve === 0n) return ROUGH_USDC_PER_ETHER;
  return (pool.quoteReserve * ETHER) / pool.tokenReserve;
}
