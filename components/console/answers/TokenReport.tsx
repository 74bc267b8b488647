import type { TokenReportAnswer } from "@/lib/tools/token-report/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { TokenSafety } from "./TokenSafety";

const STATES: Record<TokenReportAnswer["creator"]["other_tokens"][number]["state"], { tone: Tone; word: string }> = {
  traded: { tone: "good", word: "Traded" },
  emptied: { tone: "bad", word: "Emptied" },
  never_traded: { tone: "none", word: "Never traded" },
  unknown: { tone: "unknown", word: "Unknown" },
};

/** The answer of token-report: the same as token-safety's, in sentences below it, and what else its creator made. */
export function TokenReport({ answer }: { answer: TokenReportAnswer }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <TokenSafety answer={answer.safety} />
      <Panel className="grid gap-4 p-4 md:p-5">
        {answer.report.map(({ title, sentences }) => (
          <section key={title}>
            <h3 className="text-3 font-strong">{title}</h3>
            <p className="mt-1 max-w-measure text-2 text-ink-2 [overflow-wrap:anywhere]">{sentences.join(" ")}</p>
          </section>
        ))}
      </Panel>
      <OtherTokens of={answer.creator.other_tokens} />
    </div>
  );
}

function OtherTokens({ of }: { of: TokenReportAnswer["creator"]["other_tokens"] }) {
  if (of.length === 0) return null;
  return (
    <Panel className="overflow-hidden">
      <h3 className="px-4 py-3 text-3 font-strong md:px-5">Other tokens of its creator</h3>
      <PartTable
        label="Other tokens of its creator"
        columns={[{ label: "Token" }, { label: "Address" }, { label: "State", className: "w-32" }]}
        rows={of.map(({ address, symbol, state }) => ({
          key: address,
          cells: [
            <span key="symbol" className="[overflow-wrap:anywhere]">
              {symbol ?? "nameless"}
            </span>,
            <Hash key="at" value={address} />,
            <Mark key="state" {...STATES[state]} />,
          ],
        }))}
      />
    </Panel>
  );
}
