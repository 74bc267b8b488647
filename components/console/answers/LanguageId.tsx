import { CircleQuestionMark } from "lucide-react";
import type { LanguageIdAnswer } from "@/lib/tools/language-id/schema";
import { Panel } from "../../ui/Panel";

const WHY: Record<NonNullable<LanguageIdAnswer["unknown_because"]>, string> = {
  too_short: "The text is too short to say.",
  no_letters: "The text has no letters.",
  too_close: "Two languages fit it alike.",
};

/** Which language a text is in, and what else it might be. */
export function LanguageId({ answer }: { answer: LanguageIdAnswer }) {
  const { language, confidence, candidates, parts } = answer;
  return (
    <Panel className="overflow-hidden">
      <div className="p-4 md:p-5">
        {language ? (
          <>
            <p className="flex flex-wrap items-baseline gap-x-3 text-5 font-head">
              {language.name}
              <span className="num text-2 text-ink-3">{[language.code, language.iso_639_1].filter(Boolean).join(" · ")}</span>
            </p>
            <p className="mt-1 text-3">
              {confidence === "high"
                ? "Hardly to be mistaken."
                : confidence === "medium"
                  ? "Most likely."
                  : "It fits best, but not by much."}{" "}
              <span className="text-ink-3">Confidence: {confidence}.</span>
            </p>
          </>
        ) : (
          <>
            <p className="flex items-center gap-2.5 text-5 font-head text-v-unknown">
              <CircleQuestionMark aria-hidden className="size-6" strokeWidth={1.75} />
              Unknown
            </p>
            <p className="mt-1 text-3">{answer.unknown_because ? WHY[answer.unknown_because] : null}</p>
          </>
        )}
        <p className="num mt-2 text-1 leading-4.5 text-ink-3">{factsLine(answer)}</p>
      </div>
      {candidates.length > 1 ? <Candidates candidates={candidates} /> : null}
      {parts.length > 0 ? (
        <p className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
          By place:{" "}
          {parts.map(({ from, to, name }) => `${name} (characters ${from.toLocaleString("en")} to ${to.toLocaleString("en")})`).join(", ")}.
        </p>
      ) : null}
    </Panel>
  );
}

function Candidates({ candidates }: Pick<LanguageIdAnswer, "candidates">) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">Candidates</caption>
      <thead className="border-t border-line bg-paper text-1 text-ink-2">
        <tr>
          <th scope="col" className="h-8 w-40 pl-4 font-label md:pl-5">
            Candidate
          </th>
          <th scope="col" className="pr-4 font-label md:pr-5">
            Fit, the best being 1; no probability
          </th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ code, name, score }) => (
          <tr key={code} className="border-t border-line">
            <td className="py-2 pl-4 text-3 md:pl-5">
              {name} <span className="num text-1 text-ink-3">{code}</span>
            </td>
            <td className="py-2 pr-4 md:pr-5">
              <span className="flex items-center gap-3">
                <span className="num w-10 shrink-0 text-2">{score.toFixed(2)}</span>
                <span aria-hidden className="h-1.5 grow bg-sunken">
                  <span className="block h-full bg-ink-2" style={{ width: `${score * 100}%` }} />
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "Latin script · from letters and words · 62 of 62 characters read" */
function factsLine({ script, basis, characters }: LanguageIdAnswer): string {
  const parts = [
    script ? `${script.name} script${script.share < 1 ? ` (${Math.round(script.share * 100)} % of the letters)` : ""}` : null,
    basis === "script" ? "known by the script alone" : basis === "words" ? "known by letters and small words" : null,
    `${characters.read.toLocaleString("en")} of ${characters.given.toLocaleString("en")} characters read`,
  ];
  return parts.filter(Boolean).join(" · ");
}
