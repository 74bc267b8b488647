import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type Props = Omit<ComponentProps<"button">, "className"> & {
  on?: boolean /** A letter or figure in mono. */;
  before?: ReactNode;
  after?: ReactNode;
  dashed?: boolean;
};

/** A filter that is on or off. */
export function Chip({ on = false, before, after, dashed = false, children, ...rest }: Props) {
  const dim = on ? "opacity-75" : "text-ink-3";
  return (
    <button
      type="button"
      aria-pressed={on}
      {...rest}
      className={cx(
        "inline-flex h-8 shrink-0 select-none items-center gap-2 whitespace-nowrap rounded-control border px-3 text-3",
        on
          ? "border-ink bg-ink text-on-ink"
          : cx("bg-surface hover:bg-hover", dashed ? "border-dashed border-line-input text-ink-2" : "border-line-strong"),
      )}
    >
      {before != null ? <span className={cx("num text-1 font-label", dim)}>{before}</span> : null}
      <span className="font-label">{children}</span>
      {after != null ? <span className={cx("num text-1 font-label", dim)}>{after}</span> : null}
    </button>
  );
}
