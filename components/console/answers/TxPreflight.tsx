import type { ReactNode } from "react";
import type { TxPreflightAnswer } from "@/lib/tools/tx-preflight/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { amountText } from "./market/amountText";
import { Lines } from "./market/Cells";
import { AnswerHead } from "./parts/AnswerHead";
import { Details } from "./parts/Details";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { NotChecked } from "./safety/NotChecked";
import { RiskList } from "./safety/RiskList";

const ETHER = { address: "", symbol: "ETH", decimals: 18 };

/** The answer of tx-preflight: would it go through, what is a risk, and what changes for whom. */
export function TxPreflight({ answer }: { answer: TxPreflightAnswer }) {
  const { summary, reason, gas, looks_at, as_of_block, chain, risks, not_checked, calls } = answer;
  const facts = [
    reason,
    gas === null ? null : `${gas.toLocaleString("en")} gas at most`,
    looks_at.length > 0 ? `looks at ${looks_at.join(", ")}` : null,
    `as of block ${as_of_block.toLocaleString("en")}`,
    chain,
  ];
  const changes = changesOf(answer);
  return (
    <Panel className="overflow-hidden">
      <AnswerHead verdict={<Mark {...headOf(answer)} large />} summary={summary} facts={facts} />
      <RiskList risks={risks} />
      {changes.length > 0 ? (
        <PartTable label="What changes" columns={[{ label: "Whose" }, { label: "What changes" }]} rows={changes} />
      ) : null}
      {calls.length > 0 ? (
        <Details summary={`What the data says: ${calls.length} ${calls.length === 1 ? "call" : "calls"}`}>
          <ul className="num border-t border-line px-4 py-3 text-1 leading-4.5 [overflow-wrap:anywhere] md:px-5">
            {calls.map((call, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: calls keep their places.
              <li key={at}>{callText(call)}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <NotChecked list={not_checked} />
    </Panel>
  );
}

const OUTCOME: Record<TxPreflightAnswer["outcome"], string> = {
  succeeds: "Would succeed",
  reverts: "Would revert",
  unknown: "Can't be told",
  nothing_yet: "Does nothing yet",
};

function headOf({ outcome, risk }: TxPreflightAnswer): { tone: Tone; word: string } {
  if (outcome === "unknown") return { tone: "unknown", word: OUTCOME.unknown };
  const word = risk === "high" || risk === "medium" ? `${OUTCOME[outcome]}, ${risk} risk` : OUTCOME[outcome];
  if (outcome === "reverts" || risk === "high") return { tone: "bad", word };
  return { tone: risk === "medium" ? "warn" : "note", word };
}

type Row = { key: string; cells: ReactNode[] };

function changesOf({ ether, tokens, items, approvals, allows }: TxPreflightAnswer): Row[] {
  const row = (key: string, whose: string, main: ReactNode, below: ReactNode[] = []): Row => ({
    key,
    cells: [<Hash key="whose" value={whose} />, <Lines key="what" main={main} below={below} />],
  });
  return [
    ...ether.map((one) => row(`ether ${one.address}`, one.address, signed(one.change, ETHER))),
    ...tokens.map((one) => {
      const told = one.agrees === false ? `its events tell ${signed(one.told, one.token)}` : null;
      return row(`${one.token.address} ${one.address}`, one.address, one.change === null ? "unknown" : signed(one.change, one.token), [
        told,
      ]);
    }),
    ...items.map((one, at) =>
      row(`item ${at}`, one.from, `gives ${one.token.symbol ?? "an item"} number ${one.id}`, [<Hash key="to" value={one.to} />]),
    ),
    ...approvals.map((one, at) => {
      const much = one.unlimited
        ? "without limit"
        : one.after === "0"
          ? "no more"
          : one.standard === "erc20"
            ? amountText(one.after ?? "0", one.token)
            : "an item";
      return row(`approval ${at}`, one.owner, `lets take ${one.token.symbol ?? "a token"}: ${much}`, [
        <Hash key="spender" value={one.spender} />,
      ]);
    }),
    ...allows.map((one, at) => row(`allows ${at}`, one.spender ?? "whoever fills it", one.text)),
  ];
}

function signed(change: string, token: typeof ETHER | TxPreflightAnswer["tokens"][number]["token"]): string {
  return change.startsWith("-") ? `−${amountText(change.slice(1), token)}` : `+${amountText(change, token)}`;
}

function callText({ depth, to, name, selector, arguments: values, words }: TxPreflightAnswer["calls"][number]): string {
  const what = name ? `${name}(${(values ?? []).join(", ")})` : `${selector ?? "data"}, ${words} words`;
  return `${"· ".repeat(depth)}${to ?? "new contract"} ${what}`;
}
