import { CircleCheck, CircleMinus, CircleQuestionMark, CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { cx } from "../../../ui/cx";

export type Tone = "bad" | "warn" | "note" | "good" | "unknown" | "none";

const LOOK: Record<Tone, { icon: LucideIcon; color: string }> = {
  bad: { icon: CircleX, color: "text-v-avoid" },
  warn: { icon: TriangleAlert, color: "text-v-caution" },
  note: { icon: Info, color: "text-ink-2" },
  good: { icon: CircleCheck, color: "text-v-ok" },
  unknown: { icon: CircleQuestionMark, color: "text-v-unknown" },
  none: { icon: CircleMinus, color: "text-ink-3" },
};

/** Icon and word; never a colour alone. `large`: the verdict at the top of an answer. */
export function Mark({ tone, word, large = false }: { tone: Tone; word: string; large?: boolean }) {
  const { icon: Icon, color } = LOOK[tone];
  return (
    <span
      className={cx("inline-flex items-center", color, large ? "gap-2.5 text-5 font-head" : "gap-1.5 text-2 font-label whitespace-nowrap")}
    >
      <Icon aria-hidden className={cx("shrink-0", large ? "size-6" : "size-3.75")} strokeWidth={large ? 1.75 : 2} />
      {word}
    </span>
  );
}
