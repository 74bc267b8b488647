import type { ReactNode } from "react";

/** "Show raw": more for whoever wants it, without a script. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="inline min-w-0">
      <summary className="link inline list-none text-2 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">{summary}</summary>
      <div className="mt-2 min-w-0">{children}</div>
    </details>
  );
}
