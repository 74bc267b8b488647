import type { ReactNode } from "react";

type Props = {
  verdict: ReactNode;
  summary: string /** Small facts in one line: only what is known. */;
  facts: readonly (string | null)[];
  side?: ReactNode;
};

/** The top of an answer: the verdict, a sentence, the facts; at the right a scale or nothing. */
export function AnswerHead({ verdict, summary, facts, side }: Props) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 p-4 md:flex-nowrap md:p-5">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        {verdict}
        <p className="mt-1 max-w-108 text-3">{summary}</p>
        <p className="num mt-2 text-1 leading-4.5 text-ink-3">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      {side}
    </div>
  );
}
