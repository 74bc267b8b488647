import type { NewPairsAnswer } from "@/lib/tools/new-pairs/schema";
import { Panel } from "../../ui/Panel";
import { Amounts, PoolCell, WhenCell, WhenOnPhone } from "./market/Cells";
import { Missing } from "./market/Missing";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Pair = NewPairsAnswer["pairs"][number];

/** The answer of new-pairs: each pool, what was put in first, and who opened it. */
export function NewPairs({ answer }: { answer: NewPairsAnswer }) {
  const { pairs, window } = answer;
  const word = `${pairs.length} ${pairs.length === 1 ? "pool" : "pools"}`;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={pairs.length > 0 ? "note" : "none"} word={word} large />}
        summary={answer.summary}
        facts={[windowText(window), answer.chain]}
      />
      <Missing window={window} more={answer.cursor !== null} />
      {pairs.length > 0 ? (
        <PartTable
          label="Pools"
          columns={[{ label: "Pool" }, { label: "Put in first" }, { label: "Opened", wide: true }]}
          rows={pairs.map((pair) => ({
            key: pair.pool.address,
            cells: [
              <PoolCell key="pool" pool={pair.pool} more={<WhenOnPhone {...pair.opened} />} />,
              <FirstCell key="first" pair={pair} />,
              <WhenCell key="when" {...pair.opened} />,
            ],
          }))}
        />
      ) : null}
    </Panel>
  );
}

function FirstCell({ pair: { pool, first_liquidity, empty } }: { pair: Pair }) {
  if (!first_liquidity) return <Mark tone={empty ? "warn" : "unknown"} word={empty ? "Still empty" : "Unknown"} />;
  return (
    <Amounts
      of={[
        [first_liquidity.amount0, pool.token0],
        [first_liquidity.amount1, pool.token1],
      ]}
    />
  );
}
