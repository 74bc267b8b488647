import type { ComponentProps } from "react";
import { cx } from "./cx";

type Props = Omit<ComponentProps<"input">, "className"> & { mono?: boolean; className?: string };

/** 40 high, its line at least 3:1 against the surface; a wrong one is red by `aria-invalid`. */
export function Input({ mono = false, className, ...rest }: Props) {
  return (
    <input
      {...rest}
      className={cx(
        "h-10 w-full min-w-0 rounded-control border border-line-input bg-surface px-3 text-ink placeholder:text-ink-3",
        "focus-visible:outline-offset-1 aria-invalid:border-failed",
        "disabled:border-line disabled:bg-sunken disabled:text-ink-3 read-only:border-line read-only:bg-sunken",
        mono ? "num text-2" : "text-3",
        className,
      )}
    />
  );
}
