import type { ReactNode } from "react";
import { cx } from "./cx";

const TONES = {
  plain: "border-line-strong bg-paper",
  warn: "border-unknown-line bg-unknown-soft",
  bad: "border-failed-line bg-failed-soft",
} as const;

/** A few words in a box, inside a panel. */
export function Note({
  tone = "plain",
  icon,
  children,
  className,
}: {
  tone?: keyof typeof TONES;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className={cx("flex gap-2.5 rounded-control border p-3.5 text-2", TONES[tone], className)}>
      {icon ? <span className="mt-0.5 shrink-0">{icon}</span> : null}
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}
