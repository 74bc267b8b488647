import type { ReactNode } from "react";

/** A part of an answer that stands closed until somebody wants it. Stands in a panel. */
export function Details({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-t border-line">
      <summary className="cursor-pointer px-4 py-3 text-2 text-ink-2 [overflow-wrap:anywhere] hover:bg-hover md:px-5">{summary}</summary>
      {children}
    </details>
  );
}
