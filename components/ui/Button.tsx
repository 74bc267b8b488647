import type { ComponentProps } from "react";
import { BusyIcon } from "./BusyIcon";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./buttonClass";

type Props = Omit<ComponentProps<"button">, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something is under way: greyed, with the turning mark. */
  busy?: boolean;
  className?: string;
};

/** Switched off it stays in the tab order, so that its reason can be read: `aria-disabled`, not `disabled`. */
export function Button({ variant, size, busy = false, disabled = false, className, onClick, children, type = "button", ...rest }: Props) {
  const off = disabled || busy;
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ variant, size, disabled: off, className })}
    >
      {busy ? <BusyIcon className="size-4" /> : null}
      {children}
    </button>
  );
}
