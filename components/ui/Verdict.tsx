import { CircleCheck, CircleQuestionMark, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import { cx } from "./cx";

export type VerdictKey = "avoid" | "caution" | "ok" | "unknown";

export const VERDICT_WORDS: Record<VerdictKey, string> = { avoid: "Avoid", caution: "Caution", ok: "OK", unknown: "Unknown" };

const LOOK: Record<VerdictKey, { icon: LucideIcon; color: string }> = {
  avoid: { icon: OctagonX, color: "text-v-avoid" },
  caution: { icon: TriangleAlert, color: "text-v-caution" },
  ok: { icon: CircleCheck, color: "text-v-ok" },
  unknown: { icon: CircleQuestionMark, color: "text-v-unknown" },
};

export function Verdict({ verdict, large = false }: { verdict: VerdictKey; large?: boolean }) {
  const { icon: Icon, color } = LOOK[verdict];
  return (
    <span className={cx("inline-flex items-center font-head", color, large ? "gap-2.5 text-5" : "gap-2 text-4")}>
      <Icon aria-hidden className={large ? "size-6" : "size-4.5"} strokeWidth={large ? 1.75 : 2} />
      {VERDICT_WORDS[verdict]}
    </span>
  );
}
