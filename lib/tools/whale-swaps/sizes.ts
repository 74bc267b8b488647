import type { ChainLog } from "@/lib/chain/chainLog";
import type { Pool, Price, Side } from "@/lib/chain/pool";
import type { SwapEvent } from "@/lib/chain/poolEvents";
import { type Step, stepsOf } from "@/lib/chain/reserves";
import { shareBps } from "@/lib/chain/shares";

/** One swap as its pool counts it. */
export type SizedSwap = {
  log: ChainLog;
  pool: Pool;
  to: SwapEvent["to"];
  side: "buy" | "sell";
  base: bigint;
  quote: bigint;
  price: Price;
  shareBps: number | null;
};

const Q96 = 2n ** 96n;

/** All swaps of a pool with their sizes, from its logs. */
export function sizedSwaps(pool: Pool, quoteSide: Side, logs: readonly ChainLog[]): SizedSwap[] {
  return stepsOf(pool, logs, null).flatMap((step) => (step.event.kind === "swap" ? [sizeOf(pool, quoteSide, step, step.event)] : []));
}

function sizeOf(pool: Pool, quoteSide: Side, step: Step, swap: SwapEvent): SizedSwap {
  // What a flash swap gives and takes back of the same token is no trade.
  const [net0, net1] = [swap.in0 - swap.out0, swap.in1 - swap.out1];
  const [base, quote] = quoteSide === 0 ? [net1, net0] : [net0, net1];
  const [baseSize, quoteSize] = [abs(base), abs(quote)];
  return {
    log: step.log,
    pool,
    to: swap.to,
    side: base < 0n || (base === 0n && quote > 0n) ? "buy" : "sell",
    base: baseSize,
    quote: quoteSize,
    price: { num: quoteSize, den: baseSize },
    shareBps: net0 < 0n ? shareBps(-net0, heldBefore(step, swap, 0)) : shareBps(-net1, heldBefore(step, swap, 1)),
  };
}

/** What there was to take out: V2 by its reserves, V3 by the liquidity in range. 0n: not known. */
function heldBefore({ before }: Step, { after, out0, out1 }: SwapEvent, side: Side): bigint {
  if (!after) return (side === 0 ? before?.reserve0 : before?.reserve1) ?? 0n;
  if (after.liquidity === 0n || after.sqrtPrice === 0n) return 0n;
  return side === 0 ? (after.liquidity * Q96) / after.sqrtPrice + out0 : (after.liquidity * after.sqrtPrice) / Q96 + out1;
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
