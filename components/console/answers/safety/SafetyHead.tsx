import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { Verdict } from "../../../ui/Verdict";
import { RiskRuler } from "../RiskRuler";
import { agoText } from "./agoText";

/** However it was cleaned before: a name never takes more room than this. */
const MOST_CHARACTERS = 64;

/** The verdict: colour, word, one sentence; what the token calls itself, and when that was. */
export function SafetyHead({ answer }: { answer: SafetyAnswer }) {
  const { metadata, verdict, risk_score } = answer;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 p-4 md:flex-nowrap md:p-5">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <Verdict verdict={verdict} large />
        <p className="mt-1 max-w-108 text-3">{answer.summary}</p>
        <p className="num mt-2 text-1 leading-4.5 text-ink-3">
          Calls itself <Named text={metadata.name} />
          {metadata.symbol === null ? null : (
            <>
              , <Named text={metadata.symbol} />
            </>
          )}{" "}
          · {blockText(answer)}
        </p>
      </div>
      {risk_score === null ? null : <RiskRuler score={risk_score} verdict={verdict} />}
    </div>
  );
}

/** Its own words: quoted, bounded, and turned in no direction but its own. */
function Named({ text }: { text: string | null }) {
  if (text === null) return <>nothing</>;
  return (
    <>
      “<bdi>{text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}</bdi>”
    </>
  );
}

function blockText({ as_of_block, age_seconds }: SafetyAnswer): string {
  const block = `as of block ${as_of_block.toLocaleString("en")}`;
  if (age_seconds <= 0) return block;
  return `${block}, ${agoText(age_seconds)}`;
}
