import type { SeoAuditAnswer } from "@/lib/tools/seo-audit/schema";
import { cx } from "../../../ui/cx";
import { CATEGORY_WORDS, scoreLook } from "./seoWords";

/** What each part of the score came to, the weightiest first. */
export function ScoreBars({ categories }: Pick<SeoAuditAnswer["score"], "categories">) {
  return (
    <ul className="grid gap-x-8 gap-y-2 border-t border-line px-4 py-4 md:grid-cols-2 md:px-5">
      {categories.map(({ id, score, weight }) => (
        <li key={id} className="grid grid-cols-[7rem_minmax(0,1fr)_4.5rem] items-center gap-3 text-2">
          <span className="truncate">{CATEGORY_WORDS[id]}</span>
          <span aria-hidden className={cx("h-1.5 rounded-tag bg-selected", score !== null && scoreLook(score).color)}>
            {score === null ? null : <span className="block h-full rounded-tag bg-current" style={{ width: `${score}%` }} />}
          </span>
          <span className="num text-right whitespace-nowrap">
            {score === null ? <span className="text-ink-3">not judged</span> : Math.round(score)}
            <span className="text-1 text-ink-3"> ×{weight}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
