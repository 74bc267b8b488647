import type { PoolHistoryAnswer } from "@/lib/tools/pool-history/schema";
import { Panel } from "../../ui/Panel";
import { RelativeTime } from "../../ui/RelativeTime";
import { amountText, shortDecimal } from "./market/amountText";
import { Amounts, Lines } from "./market/Cells";
import { Missing } from "./market/Missing";
import { PriceLine } from "./market/PriceLine";
import { kindText, pairText, sidesOf } from "./market/poolText";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Slice = PoolHistoryAnswer["slices"][number];

/** The answer of pool-history: the price as a line, then what each slice held and traded, the newest first. */
export function PoolHistory({ answer }: { answer: PoolHistoryAnswer }) {
  const { pool, slices, total, window } = answer;
  const { base, quote } = sidesOf(pool);
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...headline(answer)} large />}
        summary={answer.summary}
        facts={[pairText(pool), kindText(pool), `${amountText(total.volume_quote, quote)} traded`, windowText(window)]}
      />
      <Missing window={window} />
      <figure className="border-t border-line px-4 pt-4 pb-3 md:px-5">
        <PriceLine slices={slices} />
        <figcaption className="num mt-1.5 flex flex-wrap justify-between gap-x-4 text-1 text-ink-3">
          <span>{answer.open ? `from ${shortDecimal(answer.open)}` : "no price at first"}</span>
          <span>
            {answer.close ? `to ${shortDecimal(answer.close)} ${quote.symbol ?? "?"} for one ${base.symbol ?? "?"}` : "no price at the end"}
          </span>
        </figcaption>
      </figure>
      <PartTable
        label="Slices, the newest first"
        columns={[
          { label: "Until" },
          { label: "Price", right: true },
          { label: "Traded", right: true },
          { label: "Held", right: true, wide: true },
        ]}
        rows={slices.toReversed().map((slice) => ({ key: `${slice.to_block}`, cells: cellsOf(slice, answer) }))}
      />
    </Panel>
  );
}

function headline({ change_bps: change }: PoolHistoryAnswer): { tone: Tone; word: string } {
  if (change === null) return { tone: "unknown", word: "Price unknown" };
  return { tone: "note", word: `${change > 0 ? "+" : ""}${change / 100} %` };
}

function cellsOf(slice: Slice, { pool }: PoolHistoryAnswer) {
  const { quote } = sidesOf(pool);
  const moved = [
    slice.added0 !== "0" || slice.added1 !== "0" ? "liquidity came" : null,
    slice.taken0 !== "0" || slice.taken1 !== "0" ? "liquidity went" : null,
  ];
  return [
    <Lines
      key="until"
      main={slice.to_time ? <RelativeTime at={slice.to_time} /> : <span className="num">block {slice.to_block}</span>}
      below={moved}
    />,
    <span key="price" className="num">
      {slice.close ? shortDecimal(slice.close) : "–"}
    </span>,
    <Lines
      key="traded"
      main={<span className="num">{slice.swaps === 0 ? "–" : amountText(slice.volume_quote, quote)}</span>}
      below={[slice.swaps === 0 ? null : `${slice.swaps} ${slice.swaps === 1 ? "swap" : "swaps"}`]}
    />,
    <Amounts
      key="held"
      of={[
        [slice.reserve0, pool.token0],
        [slice.reserve1, pool.token1],
      ]}
    />,
  ];
}
