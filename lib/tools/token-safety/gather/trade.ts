import type { Address } from "viem";
import type { Exchange } from "@/lib/chain/exchanges";
import { freshAddress } from "@/lib/chain/freshAddress";
import type { ChainView } from "@/lib/chain/openChain";
import type { Moment, Step } from "@/lib/chain/scenario";
import type { PoolFacts, TradeFacts } from "../facts";
import { approval, buySteps, fundTrader, type Market, sellSteps, transferSteps } from "../trade-steps";
import { amountOf, trialOf } from "../trial";

/** A thousandth of the pool: small enough that the price hardly moves, large enough to be a real purchase. */
const POOL_SHARE = 1_000n;

const FIRST = { blocks: 1, seconds: 2 };
const NEXT = { blocks: 2, seconds: 14 };
const HOUR_LATER = { blocks: 22, seconds: 3_614 };

/** Buys, sells and passes on what was bought, on a copy of the chain, as somebody whom nobody knows. */
export async function tryTrades(chain: ChainView, exchange: Exchange | null, token: Address, pool: PoolFacts): Promise<TradeFacts> {
  if (!exchange || !pool.found) return { tried: false, why: pool.found ? "" : pool.why };
  const amount = pool.quoteReserve / POOL_SHARE;
  if (amount === 0n || pool.tokenReserve === 0n) return { tried: false, why: "The pool is empty." };

  const [trader, friend] = [stranger(), stranger()];
  const market: Market = { token, quote: pool.quote, router: exchange.router, trader, friend };
  const purchase = buySteps(market, amount);
  const play = (...later: Moment[]) =>
    chain.play({ actors: fundTrader(market, amount), moments: [{ ...FIRST, steps: purchase }, ...later] });

  const first = await play();
  if ((amountOf(first, "funded") ?? 0n) < amount) return { tried: false, why: "The simulated buyer could not be given money." };
  const buy = trialOf(first, "buy");
  if (!buy) return { tried: false, why: "The node did not play the purchase." };
  const bought = buy.received ?? 0n;
  if (!buy.ok || bought === 0n) return { tried: true, spansBlocks: first.spansBlocks, buy, ...NOTHING };
  return { tried: true, spansBlocks: first.spansBlocks, buy, ...(await sales(market, bought, first.spansBlocks, play)) };
}

const NOTHING = { sellAll: null, sellHalf: null, sellRest: null, sellLater: null, transfer: null, resale: null };

/** Four ways to get out, each from a fresh copy just after the purchase. */
async function sales(market: Market, bought: bigint, spansBlocks: boolean, play: (...later: Moment[]) => ReturnType<ChainView["play"]>) {
  const { trader, friend, token } = market;
  const half = bought / 2n;
  const sell = (name: string, amount: bigint) => sellSteps(name, market, trader, amount);
  // Half of what was sent, so that a tax on the transfer can't be mistaken for a refused sale.
  const resale: Step[] = [approval("approve friend", market, token, friend), ...sellSteps("resale", market, friend, half / 2n)];
  const [all, parts, later, passed] = await Promise.all([
    play({ ...NEXT, steps: sell("sell", bought) }),
    play({ ...NEXT, steps: sell("half", half) }, { ...HOUR_LATER, steps: sell("rest", bought - half) }),
    spansBlocks ? play({ ...HOUR_LATER, steps: sell("sell", bought) }) : null,
    play({ ...NEXT, steps: transferSteps(market, half) }, { ...HOUR_LATER, steps: resale }),
  ]);
  const transfer = half > 0n ? trialOf(passed, "transfer", half) : null;
  return {
    sellAll: trialOf(all, "sell"),
    sellHalf: half > 0n ? trialOf(parts, "half") : null,
    sellRest: spansBlocks ? trialOf(parts, "rest") : null,
    sellLater: later && trialOf(later, "sell"),
    transfer,
    resale: transfer?.ok && half > 1n ? trialOf(passed, "resale") : null,
  };
}

function stranger(): Address {
  return freshAddress();
}
