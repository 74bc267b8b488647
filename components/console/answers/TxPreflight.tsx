import type { Risk, TxPreflightAnswer } from "@/lib/tools/tx-preflight/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { amountText } from "./market/amountText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Unchecked } from "./parts/Unchecked";

const OUTCOMES: Record<TxPreflightAnswer["outcome"], string> = {
  succeeds: "It would go through",
  reverts: "It would be refused",
  unknown: "Unknown",
  nothing_yet: "A signature",
};

const RISKS: Record<Risk["severity"] | "none" | "unknown", { tone: Tone; word: string }> = {
  high: { tone: "bad", word: "High" },
  medium: { tone: "warn", word: "Medium" },
  low: { tone: "note", word: "Low" },
  info: { tone: "note", word: "Note" },
  none: { tone: "good", word: "None" },
  unknown: { tone: "unknown", word: "Unknown" },
};
const ETHER = { address: "", symbol: "ETH", decimals: 18 };

/** The answer of tx-preflight: what it would do, what is risky about it, and whose balances move. */
export function TxPreflight({ answer }: { answer: TxPreflightAnswer }) {
  const { outcome, risk, risks, kind, gas, as_of_block, chain } = answer;
  const tone = outcome === "reverts" ? "bad" : RISKS[risk].tone;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={tone} word={OUTCOMES[outcome]} large />}
        summary={answer.summary}
        facts={[
          `${kind}, risk ${risk}`,
          gas === null ? null : `gas ${gas.toLocaleString("en")}`,
          `${chain}, as of block ${as_of_block.toLocaleString("en")}`,
        ]}
      />
      {risks.length > 0 ? (
        <PartTable
          label="Risks"
          columns={[{ label: "Risk", className: "w-28 md:w-36" }, { label: "Why" }]}
          rows={risks.map(({ id, severity, text }) => ({
            key: `${id} ${text}`,
            cells: [
              <Mark key="risk" {...RISKS[severity]} />,
              <span key="text" className="[overflow-wrap:anywhere]">
                {text}
              </span>,
            ],
          }))}
        />
      ) : null}
      <Changes answer={answer} />
      <Unchecked of={answer.not_checked} />
    </Panel>
  );
}

/** Balances and approvals that would be other ones afterwards. */
function Changes({ answer: { ether, tokens, approvals } }: { answer: TxPreflightAnswer }) {
  const rows = [
    ...ether.map(({ address, change }) => ({ who: address, what: signed(amountText(change.replace("-", ""), ETHER), change) })),
    ...tokens.map(({ token, address, change, told, agrees }) => ({
      who: address,
      what: `${signed(amountText((change ?? told).replace("-", ""), token), change ?? told)}${agrees === false ? " (its events say otherwise)" : ""}`,
    })),
    ...approvals.map(({ token, owner, spender, unlimited, after }) => ({
      who: owner,
      what: `lets ${spender} take ${unlimited ? `all of its ${token.symbol ?? "tokens"}` : after === null ? "an unknown amount" : amountText(after, token)}`,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <PartTable
      label="What changes"
      columns={[{ label: "Whose", className: "w-32 md:w-36" }, { label: "What changes" }]}
      rows={rows.map(({ who, what }) => ({
        key: `${who} ${what}`,
        cells: [
          <Hash key="who" value={who} copy={false} />,
          <span key="what" className="num text-1 [overflow-wrap:anywhere]">
            {what}
          </span>,
        ],
      }))}
    />
  );
}

function signed(text: string, change: string): string {
  return change.startsWith("-") ? `−${text}` : `+${text}`;
}
