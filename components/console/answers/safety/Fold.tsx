import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** A part that stands closed until somebody wants it: what it is, and at the right what is in it. */
export function Fold({ label, side, children }: { label: ReactNode; side?: ReactNode; children: ReactNode }) {
  return (
    <details className="group/fold border-t border-line">
      <summary className="flex cursor-pointer list-none items-center gap-x-2 px-4 py-2.5 text-2 hover:bg-hover md:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 group-open/fold:rotate-90" />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
          {label}
          {side ? <span className="num text-1 text-ink-3">{side}</span> : null}
        </span>
      </summary>
      {children}
    </details>
  );
}
