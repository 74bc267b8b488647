import type { ReactNode } from "react";
import { cx } from "./cx";

export type Row = { term: string; value: ReactNode };

/** Terms at the left, values at the right of them. */
export function Rows({ rows, termWidth = "w-20", className }: { rows: readonly Row[]; termWidth?: string; className?: string }) {
  return (
    <dl className={cx("grid grid-cols-[minmax(0,1fr)] gap-y-1.5 text-2", className)}>
      {rows.map((row) => (
        <div key={row.term} className="flex gap-3">
          <dt className={cx("shrink-0 text-ink-3", termWidth)}>{row.term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
