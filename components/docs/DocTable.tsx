import type { ReactNode } from "react";

export type DocRow = {
  key: string /** Anchor, where others link to this row. */;
  id?: string;
  term: ReactNode;
  side?: ReactNode;
  text: ReactNode;
};

/** A term and what it means; beside each other where there is room, below each other where there is not. */
export function DocTable({ rows, label }: { rows: readonly DocRow[]; label: string }) {
  return (
    <dl aria-label={label} className="border-t border-line-strong text-2">
      {rows.map(({ key, id, term, side, text }) => (
        <div
          key={key}
          id={id}
          className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b border-line py-3 target:bg-selected md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
        >
          <dt className="flex items-baseline gap-3 text-ink">
            {side ? <span className="num w-8 shrink-0 text-ink-3">{side}</span> : null}
            <span className="min-w-0 [overflow-wrap:anywhere]">{term}</span>
          </dt>
          <dd className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
