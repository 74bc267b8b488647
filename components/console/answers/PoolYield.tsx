import type { PoolYieldAnswer } from "@/lib/tools/pool-yield/schema";
import { Panel } from "../../ui/Panel";
import { Rows } from "../../ui/Rows";
import { amountText, shortDecimal } from "./market/amountText";
import { Missing } from "./market/Missing";
import { kindText, pairText, sidesOf } from "./market/poolText";
import { windowText } from "./market/windowText";
import { YieldBars } from "./market/YieldBars";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";

const METHOD: Record<PoolYieldAnswer["method"], string> = {
  reserves: "Exact, from what the pool's shares are worth.",
  fee_growth: "Exact, from the pool's own books of fees.",
  swaps: "Counted from swaps, by the liquidity that each ended in.",
};

/** The answer of pool-yield: fees against loss, then how it was reckoned. */
export function PoolYield({ answer }: { answer: PoolYieldAnswer }) {
  const { pool, position, window } = answer;
  const { quote } = sidesOf(pool);
  const inQuote = (atomic: string) => amountText(atomic, quote);
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...headline(answer)} large />}
        summary={answer.summary}
        facts={[pairText(pool), kindText(pool), windowText(window)]}
      />
      <Missing window={window} />
      <YieldBars answer={answer} />
      <div className="border-t border-line p-4 md:p-5">
        <Rows
          termWidth="w-24"
          rows={[
            { term: "Position", value: position.what },
            { term: "Put in", value: `${amountText(position.amount0, pool.token0)} and ${amountText(position.amount1, pool.token1)}` },
            { term: "Just held", value: `${inQuote(answer.held_quote)} at the end's price` },
            { term: "Price", value: priceWay(answer) },
            { term: "Traded", value: `${inQuote(answer.volume_quote)} in ${answer.swaps.toLocaleString("en")} swaps` },
            { term: "Reckoned", value: METHOD[answer.method] },
            { term: "A year", value: yearText(answer) },
          ]}
        />
      </div>
    </Panel>
  );
}

function headline({ net_quote, net_percent }: PoolYieldAnswer): { tone: Tone; word: string } {
  if (net_percent === null) return { tone: "unknown", word: "Nothing to compare" };
  const net = BigInt(net_quote);
  if (net === 0n) return { tone: "none", word: "The same as holding" };
  return net > 0n ? { tone: "good", word: "Better than holding" } : { tone: "warn", word: "Worse than holding" };
}

function priceWay({ entered, left }: PoolYieldAnswer): string {
  return `from ${entered.price ? shortDecimal(entered.price) : "unknown"} to ${left.price ? shortDecimal(left.price) : "unknown"}`;
}

function yearText({ a_year: { fees_percent, net_percent, assumption } }: PoolYieldAnswer): string {
  if (fees_percent === null || net_percent === null) return assumption;
  return `Fees ${shortDecimal(fees_percent)} %, net ${shortDecimal(net_percent)} %. ${assumption}`;
}
