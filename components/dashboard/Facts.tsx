import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Terms at the left, values at the right edge. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-2 text-2">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline justify-between gap-6">
          <dt className="shrink-0 text-ink-3">{term}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
