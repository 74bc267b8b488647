import type { BlockTimes } from "@/lib/chain/blockTimes";
import { percentText } from "@/lib/chain/percentText";
import type { Pool, Price, Side } from "@/lib/chain/pool";
import { priceText } from "@/lib/chain/priceText";
import type { LogWindow } from "@/lib/chain/readLogs";
import { stepsOf } from "@/lib/chain/reserves";
import type { TokenFacts } from "@/lib/chain/tokenFacts";
import type { PoolYieldAnswer } from "./schema";
import type { Range } from "./v3Yield";
import type { Yield } from "./yield";

const YEAR = 365n * 86_400n;
/** Less than this says nothing of a year. */
const LEAST_SECONDS = 600;

type Told = {
  pool: Pool;
  quote: Side;
  range: Range;
  token: (address: Pool["token0"]) => TokenFacts;
  times: BlockTimes;
  read: LogWindow;
  result: Yield;
  to: bigint;
};

/** From amounts to text: nothing is read from here on. */
export function writeAnswer({ pool, quote, range, token, times, read, result, to }: Told) {
  const [base, other] = quote === 1 ? [token(pool.token0), token(pool.token1)] : [token(pool.token1), token(pool.token0)];
  const moment = (block: bigint, price: Price) => ({
    block: Number(block),
    time: times(block),
    price: priceText(price, base.decimals, other.decimals),
  });
  const { held, fees, loss } = result;
  const entered = moment(result.enteredBlock, result.startPrice);
  const left = moment(to, result.endPrice);
  const seconds = entered.time && left.time ? (Date.parse(left.time) - Date.parse(entered.time)) / 1000 : null;
  return {
    summary: summarise(percentText(fees, held), percentText(loss, held), fees + loss),
    entered,
    left,
    seconds,
    position: positionOf(pool, range, result),
    method: result.method,
    held_quote: String(held),
    fees_quote: String(fees),
    loss_quote: String(loss),
    net_quote: String(fees + loss),
    fees_percent: percentText(fees, held),
    loss_percent: percentText(loss, held),
    net_percent: percentText(fees + loss, held),
    a_year: yearOf(result, seconds),
    ...tradeOf(pool, quote, read),
  };
}

function positionOf(pool: Pool, { lower, upper }: Range, { amount0, amount1 }: Yield): PoolYieldAnswer["position"] {
  const amounts = { amount0: String(amount0), amount1: String(amount1) };
  if (pool.version === "v2") return { what: "One hundredth of the pool.", lower_tick: null, upper_tick: null, ...amounts };
  const what = "As much liquidity as a hundredth of what was in range when it began.";
  return { what, lower_tick: lower, upper_tick: upper, ...amounts };
}

function yearOf({ held, fees, loss }: Yield, seconds: number | null): PoolYieldAnswer["a_year"] {
  if (seconds === null || seconds < LEAST_SECONDS) {
    return { fees_percent: null, net_percent: null, assumption: `Less than ${LEAST_SECONDS} s say nothing of a year.` };
  }
  const whole = held * BigInt(seconds);
  return {
    fees_percent: percentText(fees * YEAR, whole),
    net_percent: percentText((fees + loss) * YEAR, whole),
    assumption: "If every day of a year went as this window did, with nothing put back in; prices that return lose nothing by it.",
  };
}

function tradeOf(pool: Pool, quote: Side, { logs }: LogWindow) {
  const swaps = stepsOf(pool, logs, null).flatMap(({ event }) => (event.kind === "swap" ? [event] : []));
  const volume = swaps.reduce((sum, { in0, in1, out0, out1 }) => {
    const net = quote === 0 ? in0 - out0 : in1 - out1;
    return sum + (net < 0n ? -net : net);
  }, 0n);
  return { swaps: swaps.length, volume_quote: String(volume) };
}

function summarise(fees: string | null, loss: string | null, net: bigint): string {
  if (fees === null || loss === null) return "There was nothing to compare with.";
  const verdict = net > 0n ? "better than" : net < 0n ? "worse than" : "the same as";
  return `Fees brought ${fees} %, the change of price cost ${loss.replace("-", "")} %: ${verdict} holding.`;
}
