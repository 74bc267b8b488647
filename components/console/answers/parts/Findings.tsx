"use client";

import { useState } from "react";
import type { Finding } from "@/lib/web/schema";
import { Mark } from "./Mark";
import { SEVERITY_LOOK, severityCounts } from "./severityLook";

/** So many rows stand open; the rest is one click away. */
const FIRST = 8;

type Props = { findings: readonly Finding[] /** Of these, more were found than are listed. */; leftOut?: number; label?: string };

/** What was looked at, the worst first, with where it was, why it matters and how to mend it. Stands in a panel. */
export function Findings({ findings, leftOut = 0, label = "Findings" }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, FIRST);
  return (
    <>
      {findings.length > 0 ? (
        <table className="w-full table-fixed border-collapse text-left">
          <caption className="sr-only">{label}</caption>
          <thead className="border-t border-line bg-paper text-1 text-ink-2">
            <tr>
              <th scope="col" className="h-8 w-33 pl-4 font-label md:w-36 md:pl-5">
                Result
              </th>
              <th scope="col" className="pr-4 font-label md:pr-5">
                What, where and what to do
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be found in several places.
              <FindingRow key={`${finding.id} ${index}`} finding={finding} />
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span>
          {severityCounts(findings) || "Nothing was found."}
          {leftOut > 0 ? ` · ${leftOut.toLocaleString("en")} more not listed` : ""}
        </span>
        {findings.length > FIRST ? (
          <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${findings.length} findings`}
          </button>
        ) : null}
      </div>
    </>
  );
}

function FindingRow({ finding: { severity, title, where, why, mend } }: { finding: Finding }) {
  return (
    <tr className="border-t border-line align-top">
      <td className="py-2.5 pr-2 pl-4 md:pl-5">
        <Mark {...SEVERITY_LOOK[severity]} />
      </td>
      <td className="py-2.5 pr-4 [overflow-wrap:anywhere] md:pr-5">
        <div className="text-2">{title}</div>
        {where ? <div className="num text-1 leading-4.5 text-ink-3">{where}</div> : null}
        {why ? <div className="mt-0.5 text-2 text-ink-2">{why}</div> : null}
        {mend ? (
          <div className="mt-0.5 text-2 text-ink-2">
            <span className="font-strong text-ink">Mend:</span> {mend}
          </div>
        ) : null}
      </td>
    </tr>
  );
}
