import { ArrowDown, ArrowUp } from "lucide-react";
import type { WhaleSwapsAnswer } from "@/lib/tools/whale-swaps/schema";
import { Panel } from "../../ui/Panel";
import { amountText, shortDecimal } from "./market/amountText";
import { Amounts, Lines, WhenCell, WhenOnPhone } from "./market/Cells";
import { Missing } from "./market/Missing";
import { bpsText, kindText, sidesOf } from "./market/poolText";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Swap = WhaleSwapsAnswer["swaps"][number];

/** The answer of whale-swaps: each large swap, its size and its share of the pool. */
export function WhaleSwaps({ answer }: { answer: WhaleSwapsAnswer }) {
  const { swaps, pools, window } = answer;
  const word = `${swaps.length} large ${swaps.length === 1 ? "swap" : "swaps"}`;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={swaps.length > 0 ? "note" : "none"} word={word} large />}
        summary={answer.summary}
        facts={[windowText(window), `${pools.length} ${pools.length === 1 ? "pool" : "pools"}`, answer.chain]}
      />
      <Missing window={window} more={answer.cursor !== null} />
      {swaps.length > 0 ? (
        <PartTable
          label="Large swaps"
          columns={[
            { label: "Swap" },
            { label: "Share", right: true },
            { label: "Price", right: true, wide: true },
            { label: "When", wide: true },
          ]}
          rows={swaps.map((swap, at) => ({ key: `${at}`, cells: cellsOf(swap, pools) }))}
        />
      ) : null}
    </Panel>
  );
}

function cellsOf(swap: Swap, pools: WhaleSwapsAnswer["pools"]) {
  const pool = pools.find(({ address }) => address === swap.pool);
  if (!pool) return [];
  const { base, quote } = sidesOf(pool);
  return [
    <Lines
      key="swap"
      main={<Direction swap={swap} what={amountText(swap.base_amount, base)} />}
      below={[<Amounts key="for" of={[[swap.quote_amount, quote]]} />, kindText(pool), <WhenOnPhone key="when" {...swap} />]}
    />,
    <span key="share" className="num whitespace-nowrap">
      {bpsText(swap.share_bps)}
    </span>,
    <span key="price" className="num">
      {swap.price ? shortDecimal(swap.price) : "unknown"}
    </span>,
    <WhenCell key="when" {...swap} />,
  ];
}

function Direction({ swap: { side }, what }: { swap: Swap; what: string }) {
  const Icon = side === "buy" ? ArrowUp : ArrowDown;
  return (
    <span className="num font-label">
      <Icon aria-hidden className="mr-1 inline size-3.75 align-[-2px]" />
      {side === "buy" ? "Bought" : "Sold"} {what}
    </span>
  );
}
