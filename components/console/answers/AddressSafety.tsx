import type { AddressCheck, AddressSafetyAnswer } from "@/lib/tools/address-safety/schema";
import { Panel } from "../../ui/Panel";
import { checkResult, RESULT_ORDER, RESULT_WORDS, type ResultKey, resultCounts } from "./checkResult";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Unchecked } from "./parts/Unchecked";
import { Fold } from "./safety/Fold";

const VERDICTS: Record<AddressSafetyAnswer["verdict"], { tone: Tone; word: string }> = {
  avoid: { tone: "bad", word: "Avoid" },
  caution: { tone: "warn", word: "Caution" },
  nothing_found: { tone: "note", word: "Nothing found" },
  unknown: { tone: "unknown", word: "Unknown" },
};

const TONES: Record<ResultKey, Tone> = {
  fail: "bad",
  caution: "warn",
  note: "note",
  pass: "good",
  unknown: "unknown",
  not_applicable: "none",
};

/** The answer of address-safety: the verdict, what speaks against the address, then what does not. */
export function AddressSafety({ answer }: { answer: AddressSafetyAnswer }) {
  const { verdict, summary, checks, kind, as_of_block, chain } = answer;
  const sorted = [...checks].sort((a, b) => RESULT_ORDER.indexOf(checkResult(a)) - RESULT_ORDER.indexOf(checkResult(b)));
  const failed = sorted.filter(({ status }) => status === "fail");
  const quiet = sorted.filter(({ status }) => status !== "fail");
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...VERDICTS[verdict]} large />}
        summary={summary}
        facts={[kind.replaceAll("_", " "), chain, `as of block ${as_of_block.toLocaleString("en")}`]}
      />
      {failed.length > 0 ? <Checks of={failed} label="What speaks against it" /> : null}
      <Unchecked of={answer.not_checked} />
      {quiet.length > 0 ? (
        <Fold label={<span className="font-strong">Other checks</span>} side={resultCounts(quiet)}>
          <Checks of={quiet} label="Other checks" />
        </Fold>
      ) : null}
    </Panel>
  );
}

function Checks({ of, label }: { of: readonly AddressCheck[]; label: string }) {
  return (
    <PartTable
      label={label}
      columns={[{ label: "Result", className: "w-28 md:w-36" }, { label: "Check and evidence" }]}
      rows={of.map((check) => {
        const result = checkResult(check);
        return {
          key: check.id,
          cells: [
            <Mark key="result" tone={TONES[result]} word={result === "not_applicable" ? "N/A" : RESULT_WORDS[result]} />,
            <div key="what" className="[overflow-wrap:anywhere]">
              {check.status === "fail" ? check.evidence.text : check.title}
              <div className="text-1 leading-4.5 text-ink-3">
                {check.status === "fail" ? `Does not hold: ${check.title}` : check.evidence.text}
              </div>
            </div>,
          ],
        };
      })}
    />
  );
}
