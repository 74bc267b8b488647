import type { ReactNode } from "react";
import { cx } from "./cx";

/** A small word in a box; dashed for what is only a test. */
export function Tag({ children, dashed = false }: { children: ReactNode; dashed?: boolean }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center whitespace-nowrap rounded-tag border bg-surface px-1.5 text-1 text-ink-2",
        dashed ? "border-dashed border-line-input" : "border-line-strong",
      )}
    >
      {children}
    </span>
  );
}
