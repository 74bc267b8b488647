import type { Price } from "@/lib/chain/pool";

/** What came of a position: all amounts are atomic units of the quote token at the last price. */
export type Yield = {
  method: "reserves" | "fee_growth" | "swaps";
  enteredBlock: bigint;
  startPrice: Price;
  endPrice: Price;
  amount0: bigint;
  amount1: bigint;
  held: bigint;
  fees: bigint;
  loss: bigint;
};

/** An amount of the token that is not the quote, in quote tokens. */
export function inQuote(amount: bigint, { num, den }: Price): bigint {
  return (amount * num) / den;
}
