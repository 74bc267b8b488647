import { CircleDotDashed } from "lucide-react";
import { cx } from "./cx";

/** Something is under way. Always beside a word that says what. */
export function BusyIcon({ className }: { className?: string }) {
  return <CircleDotDashed aria-hidden className={cx("turning shrink-0", className ?? "size-3.5")} strokeWidth={2} />;
}
