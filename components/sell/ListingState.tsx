import { CircleCheck, CircleDashed, CircleSlash, CircleX, type LucideIcon } from "lucide-react";
import { cx } from "../ui/cx";

const LOOK: Record<string, { icon: LucideIcon; color: string; word: string }> = {
  draft: { icon: CircleDashed, color: "text-ink-3", word: "Draft" },
  public: { icon: CircleCheck, color: "text-settled", word: "On the shelves" },
  off: { icon: CircleSlash, color: "text-unknown", word: "Off the shelves" },
  removed: { icon: CircleX, color: "text-failed", word: "Taken down" },
};

/** Whether a listing can be bought from, always in a word with its icon. */
export function ListingState({ state, className }: { state: string; className?: string }) {
  const { icon: Icon, color, word } = LOOK[state] ?? { icon: CircleDashed, color: "text-ink-3", word: state };
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-2 font-label whitespace-nowrap", color, className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {word}
    </span>
  );
}
