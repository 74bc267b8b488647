import type { ReactNode } from "react";

/** The head of a part of the answer; at the right a figure or a word. */
export function Heading({ children, side }: { children: ReactNode; side?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <h3 className="text-3 font-strong">{children}</h3>
      {side ? <span className="num text-1 text-ink-3">{side}</span> : null}
    </div>
  );
}
