import type { ApprovalAnswer, ApprovalsCheckAnswer } from "@/lib/tools/approvals-check/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { amountText } from "./market/amountText";
import { Lines } from "./market/Cells";
import { Missing } from "./market/Missing";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Unchecked } from "./parts/Unchecked";

const RISKS: Record<ApprovalAnswer["risk"], { tone: Tone; word: string }> = {
  high: { tone: "bad", word: "High" },
  medium: { tone: "warn", word: "Medium" },
  low: { tone: "note", word: "Low" },
};

/** The answer of approvals-check: who may take what, the most dangerous first. */
export function ApprovalsCheck({ answer }: { answer: ApprovalsCheckAnswer }) {
  const { approvals, counts, window } = answer;
  const tone = counts.high > 0 ? "bad" : counts.medium > 0 ? "warn" : counts.open > 0 ? "note" : "none";
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={tone} word={counts.open === 1 ? "1 open approval" : `${counts.open} open approvals`} large />}
        summary={answer.summary}
        facts={[windowText(window), answer.chain]}
      />
      <Missing window={window} />
      {approvals.length > 0 ? (
        <PartTable
          label="Approvals"
          columns={[{ label: "Risk", className: "w-24" }, { label: "What" }, { label: "Who may take it" }]}
          rows={approvals.map((one) => ({
            key: `${one.standard} ${one.token.address} ${one.spender} ${one.token_id}`,
            cells: [
              <Mark key="risk" {...RISKS[one.risk]} />,
              <Lines
                key="what"
                main={<span className="num">{allowedText(one)}</span>}
                below={[one.at_risk === null ? "at risk: unknown" : `at risk now: ${amountText(one.at_risk, one.token)}`]}
              />,
              <Lines key="who" main={<Hash value={one.spender} />} below={[...one.why.map(({ text }) => text)]} />,
            ],
          }))}
        />
      ) : null}
      <Unchecked of={answer.not_checked} />
    </Panel>
  );
}

function allowedText({ standard, unlimited, amount, token, token_id }: ApprovalAnswer): string {
  const symbol = token.symbol ?? "of a nameless token";
  if (standard === "collection") return `every item of ${symbol}`;
  if (token_id !== null) return `item ${token_id} of ${symbol}`;
  if (unlimited || amount === null) return `${unlimited ? "unlimited" : "unknown"} ${symbol}`;
  return amountText(amount, token);
}
