"use client";

import { useState } from "react";
import type { SeoIssue } from "@/lib/tools/seo-audit/schema";
import { cx } from "../../../ui/cx";
import { Mark } from "../parts/Mark";
import { SEVERITY_LOOK } from "../parts/severityLook";
import { CATEGORY_WORDS, pathOf, spotWords } from "./seoWords";

/** So many places stand open; paper shows them all. */
const FIRST = 2;

/** One fault: what, why, where, and how to mend it. */
export function IssueRow({ issue, pages }: { issue: SeoIssue; pages: number }) {
  const { level, category, title, why, mend, where, where_left_out, pages: affected } = issue;
  const [all, setAll] = useState(false);
  return (
    <article className="break-inside-avoid border-t border-line px-4 py-3 md:grid md:grid-cols-[7.5rem_minmax(0,1fr)] md:gap-x-3 md:px-5">
      <div className="flex items-baseline justify-between gap-3 md:block">
        <Mark {...SEVERITY_LOOK[level]} />
        <div className="text-1 text-ink-3 md:mt-0.5">{CATEGORY_WORDS[category]}</div>
      </div>
      <div className="mt-1 min-w-0 [overflow-wrap:anywhere] md:mt-0">
        <h4 className="text-2 font-strong">
          {title}
          {affected && pages > 1 ? (
            <span className="font-text text-ink-3">
              {" "}
              · {affected.length} of {pages} pages
            </span>
          ) : null}
        </h4>
        <p className="text-2 text-ink-2">{why}</p>
        <p className="text-2 text-ink-2">
          <span className="font-strong text-ink">Mend:</span> {mend}
        </p>
        <ul className="mt-1.5 grid gap-1.5">
          {where.map((place, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand in places that look the same.
            <li key={index} className={cx("border-l-2 border-line pl-2.5", index >= FIRST && !all && "hidden print:block")}>
              <Place place={place} />
            </li>
          ))}
        </ul>
        <p className="mt-1 text-1 text-ink-3">
          {where.length > FIRST ? (
            <button type="button" className="link text-ink-2 print:hidden" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? "Fewer places" : `${where.length - FIRST} more ${where.length - FIRST === 1 ? "place" : "places"}`}
            </button>
          ) : null}
          {where_left_out > 0 ? <span> · {where_left_out.toLocaleString("en")} beyond those listed</span> : null}
        </p>
      </div>
    </article>
  );
}

function Place({ place }: { place: SeoIssue["where"][number] }) {
  const spot = spotWords(place);
  return (
    <div className="num text-1 leading-4.5">
      <div>
        {place.page ? <span className="text-ink-3">{pathOf(place.page)}: </span> : null}
        {place.text}
      </div>
      {spot ? <div className="text-ink-3">{spot}</div> : null}
      {place.snippet?.includes(" ") ? <div className="text-ink-3">{place.snippet}</div> : null}
    </div>
  );
}
