"use client";

import { useState } from "react";
import type { SafetyAnswer as TokenSafetyAnswer } from "@/lib/safety/answer/shape";
import { Panel } from "../../ui/Panel";
import { Verdict } from "../../ui/Verdict";
import { CheckRow } from "./CheckRow";
import { checkResult, RESULT_ORDER, resultCounts } from "./checkResult";
import { RiskRuler } from "./RiskRuler";

/** So many rows stand open; the rest is one click away. */
const FIRST = 8;

/** The answer of token-safety, to be read. */
export function TokenSafety({ answer }: { answer: TokenSafetyAnswer }) {
  const [all, setAll] = useState(false);
  const checks = [...answer.checks].sort((a, b) => RESULT_ORDER.indexOf(checkResult(a)) - RESULT_ORDER.indexOf(checkResult(b)));
  const shown = all ? checks : checks.slice(0, FIRST);
  return (
    <Panel className="overflow-hidden">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 p-4 md:flex-nowrap md:p-5">
        <div className="min-w-0">
          <Verdict verdict={answer.verdict} large />
          <p className="mt-1 max-w-108 text-3">{answer.summary}</p>
          <p className="num mt-2 text-1 leading-4.5 text-ink-3">{factsLine(answer)}</p>
        </div>
        {answer.risk_score === null ? null : <RiskRuler score={answer.risk_score} verdict={answer.verdict} />}
      </div>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Checks</caption>
        <thead className="border-t border-line bg-paper text-1 text-ink-2">
          <tr>
            <th scope="col" className="h-8 w-26 pl-4 font-label md:w-32 md:pl-5">
              Result
            </th>
            <th scope="col" className="font-label">
              Check and evidence
            </th>
            <th scope="col" className="hidden pr-5 text-right font-label whitespace-nowrap md:table-cell">
              Survives renounce
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </tbody>
      </table>
      {all && answer.not_checked.length > 0 ? (
        <div className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
          <div className="font-strong">Not checked</div>
          <ul>
            {answer.not_checked.map((one) => (
              <li key={one.id}>
                <span className="num text-1">{one.id}</span>: {one.why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span>{resultCounts(answer.checks)}</span>
        {answer.checks.length > FIRST ? (
          <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${answer.checks.length} checks`}
          </button>
        ) : null}
      </div>
    </Panel>
  );
}

/** "HONEY · buy tax 0 % · sell tax 3 % · block 1,234": only what is known. */
function factsLine({ metadata, trade, as_of_block }: TokenSafetyAnswer): string {
  const tax = (name: string, bps: number | null) => (bps === null ? null : `${name} tax ${Number((bps / 100).toFixed(2))} %`);
  const parts = [
    metadata.symbol ?? metadata.name,
    tax("buy", trade.buy_tax_bps),
    tax("sell", trade.sell_tax_bps),
    `as of block ${as_of_block.toLocaleString("en")}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
