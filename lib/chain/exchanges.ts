import { type Address, getAddress } from "viem";
import type { ToolContext } from "@/lib/tools/define";

export type Quote = { symbol: "WETH" | "USDC"; address: Address };
export type Exchange = { factory: Address; router: Address; quotes: readonly [weth: Quote, usdc: Quote] };

type Known = { factory: Address; router: Address; weth: Address; usdc: Address };

/** Uniswap V2 as its makers deployed it. */
const KNOWN: Record<string, Known> = {
  "eip155:1": {
    factory: "0x5C69bEe701ef814a2B6a3EDD4B1652CB9cc5aA6f",
    router: "0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D",
    weth: "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
    usdc: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
  },
  "eip155:8453": {
    factory: "0x8909Dc15e40173Ff4699343b6eB8132c65e18eC6",
    router: "0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24",
    weth: "0x4200000000000000000000000000000000000006",
    usdc: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
  },
  "eip155:84532": {
    factory: "0x7Ae58f10f7849cA6F5fB71b7f45CB416c9204b1e",
    router: "0x1689E7B1F10000AE47eBfE339a4f69dECd19F602",
    weth: "0x4200000000000000000000000000000000000006",
    usdc: "0x036CbD53842c5426634e7929541eC2318f3dCF7e",
  },
};

/** The exchange of a chain; the home chain's own addresses win over the well-known ones. */
export function exchangeOn(caip2: string, ctx: Pick<ToolContext, "homeChain" | "contracts">): Exchange | null {
  const known = KNOWN[caip2];
  if (!known) return null;
  const own = caip2 === ctx.homeChain ? ctx.contracts : undefined;
  return {
    factory: own?.uniswapV2Factory ?? known.factory,
    router: own?.uniswapV2Router ?? known.router,
    quotes: [
      { symbol: "WETH", address: getAddress(own?.weth ?? known.weth) },
      { symbol: "USDC", address: known.usdc },
    ],
  };
}
