import type { ApprovalAnswer, ApprovalsCheckAnswer } from "@/lib/tools/approvals-check/schema";
import { CopyButton } from "../../ui/CopyButton";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { amountText } from "./market/amountText";
import { Lines } from "./market/Cells";
import { Missing } from "./market/Missing";
import { windowText } from "./market/windowText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { NotChecked } from "./safety/NotChecked";
import { RISK_LOOK } from "./safety/riskLook";

/** The answer of approvals-check: who may take what, the most dangerous first, with the call that ends it. */
export function ApprovalsCheck({ answer }: { answer: ApprovalsCheckAnswer }) {
  const { counts, summary, approvals, window, chain, not_checked } = answer;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead verdict={<Mark {...worst(counts)} large />} summary={summary} facts={[windowText(window), chain]} />
      <Missing window={window} />
      {approvals.length > 0 ? (
        <PartTable
          label="Open approvals"
          columns={[
            { label: "Risk", className: "w-24" },
            { label: "Who may take what" },
            { label: "End it", className: "w-20", right: true },
          ]}
          rows={approvals.map((one, at) => ({ key: `${at}`, cells: cellsOf(one) }))}
        />
      ) : null}
      <NotChecked list={not_checked} />
    </Panel>
  );
}

function worst({ open, high, medium }: ApprovalsCheckAnswer["counts"]): { tone: Tone; word: string } {
  if (high > 0) return { tone: "bad", word: `${high} of high risk` };
  if (medium > 0) return { tone: "warn", word: `${medium} worth a look` };
  return open > 0 ? { tone: "note", word: `${open} open` } : { tone: "none", word: "None open" };
}

function cellsOf(one: ApprovalAnswer) {
  const { risk, spender, revoke, why } = one;
  return [
    <Mark key="risk" {...RISK_LOOK[risk]} />,
    <Lines key="what" main={whatText(one)} below={[<Hash key="spender" value={spender} />, ...why.map(({ text }) => text)]} />,
    <CopyButton key="end" text={JSON.stringify(revoke)} what="the call that ends this approval" label="Call" />,
  ];
}

function whatText({ standard, token, token_id, amount, unlimited, at_risk }: ApprovalAnswer): string {
  const name = token.symbol ?? "a token";
  if (standard === "collection") return `All of ${name}${at_risk === null ? "" : `: ${at_risk} now`}`;
  if (standard === "erc721") return `${name} number ${token_id}`;
  const limit = unlimited ? `${name} without limit` : amountText(amount ?? "0", token);
  return `${limit}${at_risk === null ? "" : `: ${amountText(at_risk, token)} now`}${standard === "permit2" ? ", through Permit2" : ""}`;
}
