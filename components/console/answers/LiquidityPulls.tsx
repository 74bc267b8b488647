import type { LiquidityPullsAnswer } from "@/lib/tools/liquidity-pulls/schema";
import { Panel } from "../../ui/Panel";
import { Amounts, Lines, WhenCell, WhenOnPhone } from "./market/Cells";
import { Missing } from "./market/Missing";
import { bpsText, kindText, pairText } from "./market/poolText";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Pull = LiquidityPullsAnswer["pulls"][number];

/** From here on a share is shown as a warning, and as the end of the pool. */
const MUCH_BPS = 2_000;
const NEARLY_ALL_BPS = 9_000;

/** The answer of liquidity-pulls: which share of which pool went, and what stayed. */
export function LiquidityPulls({ answer }: { answer: LiquidityPullsAnswer }) {
  const { pulls, pools, window } = answer;
  const largest = Math.max(0, ...pulls.map(({ share_bps }) => share_bps ?? 0));
  const word = pulls.length === 0 ? "Nothing taken out" : `Taken out ${pulls.length === 1 ? "once" : `${pulls.length} times`}`;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={pulls.length === 0 ? "none" : toneOf(largest)} word={word} large />}
        summary={answer.summary}
        facts={[windowText(window), answer.chain]}
      />
      <Missing window={window} more={answer.cursor !== null} />
      {pulls.length > 0 ? (
        <PartTable
          label="Liquidity that was taken out"
          columns={[{ label: "Share" }, { label: "Taken" }, { label: "Left", wide: true }, { label: "When", wide: true }]}
          rows={pulls.map((pull, at) => ({ key: `${at}`, cells: cellsOf(pull, pools) }))}
        />
      ) : null}
    </Panel>
  );
}

function cellsOf(pull: Pull, pools: LiquidityPullsAnswer["pools"]) {
  const pool = pools.find(({ address }) => address === pull.pool);
  if (!pool) return [];
  return [
    <Lines
      key="share"
      main={<Mark tone={toneOf(pull.share_bps)} word={bpsText(pull.share_bps)} />}
      below={[pairText(pool), kindText(pool), <WhenOnPhone key="when" {...pull} />]}
    />,
    <Amounts
      key="taken"
      of={[
        [pull.amount0, pool.token0],
        [pull.amount1, pool.token1],
      ]}
    />,
    <Amounts
      key="left"
      of={[
        [pull.left0, pool.token0],
        [pull.left1, pool.token1],
      ]}
    />,
    <WhenCell key="when" {...pull} />,
  ];
}

function toneOf(share: number | null): Tone {
  if (share === null) return "unknown";
  return share >= NEARLY_ALL_BPS ? "bad" : share >= MUCH_BPS ? "warn" : "note";
}
