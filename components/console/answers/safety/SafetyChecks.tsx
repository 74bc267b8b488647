"use client";

import { useState } from "react";
import type { AddressCheck } from "@/lib/tools/address-safety/schema";
import { checkResult, RESULT_ORDER, RESULT_WORDS, type ResultKey, resultCounts } from "../checkResult";
import { Mark, type Tone } from "../parts/Mark";

const TONE: Record<ResultKey, Tone> = {
  fail: "bad",
  caution: "warn",
  note: "note",
  pass: "good",
  unknown: "unknown",
  not_applicable: "none",
};
/** So many rows stand open; the rest is one click away. */
const FIRST = 6;

/** Checks with what each rests on, the worst first. */
export function SafetyChecks({ checks }: { checks: readonly AddressCheck[] }) {
  const [all, setAll] = useState(false);
  const sorted = [...checks].sort((a, b) => RESULT_ORDER.indexOf(checkResult(a)) - RESULT_ORDER.indexOf(checkResult(b)));
  return (
    <>
      <ul className="border-t border-line">
        {(all ? sorted : sorted.slice(0, FIRST)).map((check) => (
          <li
            key={check.id}
            className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 md:grid-cols-[8rem_1fr] md:px-5"
          >
            <Mark tone={TONE[checkResult(check)]} word={RESULT_WORDS[checkResult(check)]} />
            <div className="[overflow-wrap:anywhere]">
              <div className="text-2">{check.title}</div>
              <div className="num text-1 leading-4.5 text-ink-3">{check.evidence.text}</div>
            </div>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span>{resultCounts(checks)}</span>
        {checks.length > FIRST ? (
          <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${checks.length} checks`}
          </button>
        ) : null}
      </div>
    </>
  );
}
