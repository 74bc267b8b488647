import type { ComponentProps } from "react";
import { cx } from "./cx";

type Props = Omit<ComponentProps<"textarea">, "className"> & { mono?: boolean };

/** As tall as what is in it, within limits; a wrong one is red by `aria-invalid`. */
export function TextArea({ mono = false, ...rest }: Props) {
  return (
    <textarea
      {...rest}
      rows={3}
      className={cx(
        "field-sizing-content block max-h-80 min-h-22 w-full min-w-0 resize-y rounded-control border border-line-input bg-surface px-3 py-2 text-ink placeholder:text-ink-3",
        "focus-visible:outline-offset-1 aria-invalid:border-failed",
        "disabled:border-line disabled:bg-sunken disabled:text-ink-3",
        mono ? "num text-2" : "text-3",
      )}
    />
  );
}
