import { Check, Circle, CircleQuestionMark, type LucideIcon, TriangleAlert, X } from "lucide-react";
import type { CheckStatus } from "@/lib/doctor/report";
import { cx } from "../ui/cx";
import { STATUS_WORDS } from "./doctorWords";

const LOOK: Record<CheckStatus, { icon: LucideIcon; color: string }> = {
  pass: { icon: Check, color: "text-settled" },
  fail: { icon: X, color: "text-failed" },
  warn: { icon: TriangleAlert, color: "text-unknown" },
  skipped: { icon: Circle, color: "text-ink-3" },
  unknown: { icon: CircleQuestionMark, color: "text-unknown" },
};

export function CheckIcon({ status }: { status: CheckStatus }) {
  const { icon: Icon, color } = LOOK[status];
  return (
    <span className={cx("mt-1 shrink-0", color)}>
      <Icon aria-hidden className="size-4" strokeWidth={2} />
      <span className="sr-only">{STATUS_WORDS[status]}: </span>
    </span>
  );
}
