"use client";

import { useState } from "react";
import type { SeoAuditAnswer } from "@/lib/tools/seo-audit/schema";
import { CopyButton } from "../../../ui/CopyButton";
import { IssueRow } from "./IssueRow";
import { reportText } from "./reportText";

/** So many stand open; the rest is one click away, and on paper. */
const FIRST = 8;

/** The faults, the worst first, and what can be done with the whole report. */
export function Issues({ answer }: { answer: SeoAuditAnswer }) {
  const [all, setAll] = useState(false);
  const { issues, passed, not_measured, pages } = answer;
  return (
    <section>
      <h3 className="sr-only">Faults</h3>
      {issues.map((issue, index) => (
        <div key={issue.id} className={index >= FIRST && !all ? "hidden print:block" : undefined}>
          <IssueRow issue={issue} pages={pages.length} />
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-paper px-4 py-2 text-2 text-ink-3 md:px-5">
        <span>
          {issues.length} to mend · {passed.length} passed · {not_measured.length} not measured
        </span>
        <span className="flex items-center gap-4 print:hidden">
          <CopyButton text={reportText(answer)} what="as Markdown" label="Copy as Markdown" />
          {issues.length > FIRST ? (
            <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? "Fewer" : `All ${issues.length} faults`}
            </button>
          ) : null}
        </span>
      </div>
    </section>
  );
}
