import { cx } from "./cx";

/** A tool's place in the machine: A1. */
export function CodeTag({ code, large = false }: { code: string; large?: boolean }) {
  return (
    <span
      className={cx(
        "num inline-flex shrink-0 items-center rounded-tag border border-line-strong bg-surface font-strong",
        large ? "h-7 px-2 text-3" : "h-5 px-1.25 text-1",
      )}
    >
      {code}
    </span>
  );
}
