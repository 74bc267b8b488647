import { cx } from "./cx";

/** Stands where something will come, at its final size (given by `className`). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("skeleton block", className ?? "h-4 w-24")} />;
}
