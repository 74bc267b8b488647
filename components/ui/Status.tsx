import { CircleCheck, CircleDotDashed, CircleQuestionMark, CircleSlash, CircleX, type LucideIcon, Undo2 } from "lucide-react";
import { cx } from "./cx";
import { STATUS_WORDS, type StatusKey } from "./statusOf";

const LOOK: Record<StatusKey, { icon: LucideIcon; color: string }> = {
  settled: { icon: CircleCheck, color: "text-settled" },
  settling: { icon: CircleDotDashed, color: "text-settling" },
  not_charged: { icon: CircleSlash, color: "text-not-charged" },
  unknown: { icon: CircleQuestionMark, color: "text-unknown" },
  refunded: { icon: Undo2, color: "text-refunded" },
  failed: { icon: CircleX, color: "text-failed" },
};

/** Icon and word, no pill. `word` replaces the usual word where a page needs to say more. */
export function Status({ status, word, className }: { status: StatusKey; word?: string; className?: string }) {
  const { icon: Icon, color } = LOOK[status];
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap font-label", color, className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {word ?? STATUS_WORDS[status]}
    </span>
  );
}
