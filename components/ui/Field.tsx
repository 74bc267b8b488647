"use client";

import { CircleX } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** What a control inside a field must carry, so that label, help and error are read with it. */
export type ControlProps = {
  id: string;
  "aria-labelledby": string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
};

type Props = {
  label: string;
  /** Short words at the right of the label, such as "on Base". */
  side?: ReactNode;
  help?: ReactNode;
  error?: string | null;
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** Label above; help or error below, never inside. */
export function Field({ label, side, help, error, className, children }: Props) {
  const id = useId();
  const hint = error || help ? `${id}-hint` : undefined;
  return (
    <div className={cx("min-w-0", className)}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-2">
        <label id={`${id}-label`} htmlFor={id} className="font-strong">
          {label}
        </label>
        {side ? <span className="text-ink-3">{side}</span> : null}
      </div>
      {children({ id, "aria-labelledby": `${id}-label`, "aria-describedby": hint, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={hint} className="mt-1.5 flex items-start gap-1.5 text-2 text-failed">
          <CircleX aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {error}
        </p>
      ) : help ? (
        <p id={hint} className="mt-1.5 text-2 text-ink-3">
          {help}
        </p>
      ) : null}
    </div>
  );
}
