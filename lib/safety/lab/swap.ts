import type { EvmLog, Result } from "@/lib/evm/types";
import { calldata, MAX_WORD, wordAt } from "./bytes";
import type { Route } from "./ground";
import { SEL, TOPIC } from "./selectors";
import type { Stage } from "./stage";

/**
 * What came of a purchase, a sale or a transfer. `sent`: what left, or was asked for; `arrived`: what the other side has
 * more. `taxBps`: how much of the tokens went astray between the two, by the pool's own account of the swap.
 */
export type Trade = {
  ok: boolean;
  reason: Uint8Array | null;
  sent: bigint;
  arrived: bigint;
  taxBps: number | null;
  gas: number;
};

type Amounts = { tokenIn: bigint; tokenOut: bigint; quoteIn: bigint; quoteOut: bigint };

const HALF = 1n << 255n;

/** Buys for this much of the quote token, which `who` must have. */
export function buy(stage: Stage, token: bigint, route: Route, who: bigint, quoteAmount: bigint): Trade {
  stage.call(who, route.quote, calldata(SEL.approve, [route.router, MAX_WORD]));
  const before = stage.balance(token, who) ?? 0n;
  const result = swap(stage, route, who, quoteAmount, route.quote, token);
  if (!result.ok) return failed(result, quoteAmount);
  const arrived = more(before, stage.balance(token, who));
  const promised = lastSwap(result.logs, route)?.tokenOut ?? null;
  return { ok: arrived > 0n, reason: null, sent: quoteAmount, arrived, taxBps: taxBps(promised, arrived), gas: result.gasUsed };
}

/** Sells this many tokens, after allowing the router to take them. */
export function sell(stage: Stage, token: bigint, route: Route, who: bigint, amount: bigint): Trade {
  const approved = stage.call(who, token, calldata(SEL.approve, [route.router, MAX_WORD]));
  if (!approved.ok) return failed(approved, amount);
  const before = stage.balance(route.quote, who) ?? 0n;
  const held = stage.balance(token, who) ?? 0n;
  const result = swap(stage, route, who, amount, token, route.quote);
  if (!result.ok) return failed(result, amount);
  const arrived = more(before, stage.balance(route.quote, who));
  const swapped = lastSwap(result.logs, route);
  // What left the seller counts: a token that takes more than it was asked to is taxing, too.
  const left = held - (stage.balance(token, who) ?? 0n);
  const given = left > amount ? left : amount;
  const paid = swapped && swapped.quoteOut > arrived ? taxBps(swapped.quoteOut, arrived) : 0;
  const lost = taxBps(given, swapped?.tokenIn ?? 0n);
  const tax = lost === null ? null : Math.max(lost, paid ?? 0);
  return { ok: arrived > 0n, reason: null, sent: amount, arrived, taxBps: tax, gas: result.gasUsed };
}

/** Gives tokens to somebody else; false as an answer counts as a refusal. */
export function give(stage: Stage, token: bigint, from: bigint, to: bigint, amount: bigint): Trade {
  const before = stage.balance(token, to) ?? 0n;
  const result = stage.call(from, token, calldata(SEL.transfer, [to, amount]));
  const word = result.data.length >= 32 ? wordAt(result.data) : null;
  if (!result.ok || word === 0n) return failed(result, amount);
  const arrived = more(before, stage.balance(token, to));
  return { ok: arrived > 0n || amount === 0n, reason: null, sent: amount, arrived, taxBps: taxBps(amount, arrived), gas: result.gasUsed };
}

function swap(stage: Stage, route: Route, who: bigint, amount: bigint, from: bigint, to: bigint): Result {
  const data =
    route.version === "v2"
      ? calldata(SEL.swapSupportingFee, [amount, 0n, 160n, who, MAX_WORD, 2n, from, to])
      : calldata(SEL.exactInputSingle, [from, to, BigInt(route.fee), who, amount, 0n, 0n]);
  return stage.call(who, route.router, data);
}

/** The pool's last word on what went through it: with taxes that are swapped on the way there are several. */
function lastSwap(logs: readonly EvmLog[], route: Route): Amounts | null {
  const topic = route.version === "v2" ? TOPIC.swapV2 : TOPIC.swapV3;
  const log = logs.findLast(({ address, topics }) => address === route.pool && topics[0] === topic);
  if (!log) return null;
  const words = [0, 1, 2, 3].map((i) => wordAt(log.data, i) ?? 0n) as [bigint, bigint, bigint, bigint];
  const [in0, in1, out0, out1] = route.version === "v2" ? words : signed(words[0], words[1]);
  return route.tokenFirst
    ? { tokenIn: in0, tokenOut: out0, quoteIn: in1, quoteOut: out1 }
    : { tokenIn: in1, tokenOut: out1, quoteIn: in0, quoteOut: out0 };
}

/** V3 tells both sides with a sign: what the pool got is positive. */
function signed(amount0: bigint, amount1: bigint): [bigint, bigint, bigint, bigint] {
  const [a, b] = [amount0, amount1].map((word) => (word >= HALF ? word - (1n << 256n) : word)) as [bigint, bigint];
  return [a > 0n ? a : 0n, b > 0n ? b : 0n, a < 0n ? -a : 0n, b < 0n ? -b : 0n];
}

function failed({ data, gasUsed }: Result, sent: bigint): Trade {
  return { ok: false, reason: data, sent, arrived: 0n, taxBps: null, gas: gasUsed };
}

function more(before: bigint, after: bigint | null): bigint {
  return after !== null && after > before ? after - before : 0n;
}

/** The share of `expected` that did not arrive, in basis points, to the nearest. */
export function taxBps(expected: bigint | null, arrived: bigint): number | null {
  if (expected === null || expected <= 0n) return null;
  if (arrived >= expected) return 0;
  return Number(((expected - arrived) * 10_000n + expected / 2n) / expected);
}
