import { type Address, getAddress } from "viem";
import type { ToolContext } from "@/lib/tools/define";

export type Quote = { symbol: "WETH" | "USDC"; address: Address };
/** Uniswap V3: `positions` holds everybody's liquidity as tokens of its own. */
export type ExchangeV3 = { factory: Address; router: Address; quoter: Address; positions: Address };
export type Exchange = { factory: Address; router: Address; v3: ExchangeV3; quotes: readonly [weth: Quote, usdc: Quote] };

type Known = { factory: Address; router: Address; v3: ExchangeV3; weth: Address; usdc: Address };

/** Uniswap V2 and V3 as their makers deployed them. */
const KNOWN: Record<string, Known> = {
  "eip155:1": {
    factory: "0x5C69bEe701ef814a2B6a3EDD4B1652CB9cc5aA6f",
    router: "0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D",
    v3: {
      factory: "0x1F98431c8aD98523631AE4a59f267346ea31F984",
      router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45",
      quoter: "0x61fFE014bA17989E743c5F6cB21bF9697530B21e",
      positions: "0xC36442b4a4522E871399CD717aBDD847Ab11FE88",
    },
    weth: "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
    usdc: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
  },
  "eip155:8453": {
    factory: "0x8909Dc15e40173Ff4699343b6eB8132c65e18eC6",
    router: "0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24",
    v3: {
      factory: "0x33128a8fC17869897dcE68Ed026d694621f6FDfD",
      router: "0x2626664c2603336E57B271c5C0b26F421741e481",
      quoter: "0x3d4e44Eb1374240CE5F1B871ab261CD16335B76a",
      positions: "0x03a520b32C04BF3bEEf7BEb72E919cf822Ed34f1",
    },
    weth: "0x4200000000000000000000000000000000000006",
    usdc: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
  },
  "eip155:84532": {
    factory: "0x7Ae58f10f7849cA6F5fB71b7f45CB416c9204b1e",
    router: "0x1689E7B1F10000AE47eBfE339a4f69dECd19F602",
    v3: {
      factory: "0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24",
      router: "0x94cC0AaC535CCDB3C01d6787D6413C739ae12bc4",
      quoter: "0xC5290058841028F1614F3A6F0F5816cAd0df5E27",
      positions: "0x27F971cb582BF9E50F397e4d29a5C7A34f11faA2",
    },
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
    v3: known.v3,
    quotes: [
      { symbol: "WETH", address: getAddress(own?.weth ?? known.weth) },
      { symbol: "USDC", address: known.usdc },
    ],
  };
}
