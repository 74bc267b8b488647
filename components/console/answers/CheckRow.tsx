import { CircleCheck, CircleMinus, CircleQuestionMark, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Check } from "@/lib/safety/answer/shape";
import { cx } from "../../ui/cx";
import { checkResult, RESULT_WORDS, type ResultKey } from "./checkResult";

const LOOK: Record<ResultKey, { icon: LucideIcon; color: string }> = {
  fail: { icon: CircleX, color: "text-v-avoid" },
  caution: { icon: TriangleAlert, color: "text-v-caution" },
  pass: { icon: CircleCheck, color: "text-v-ok" },
  unknown: { icon: CircleQuestionMark, color: "text-v-unknown" },
  not_applicable: { icon: CircleMinus, color: "text-ink-3" },
};

/** One check: its result, what it says, what it rests on, and if the power outlives a renounced owner. */
export function CheckRow({ check }: { check: Check }) {
  const result = checkResult(check);
  const { icon: Icon, color } = LOOK[result];
  return (
    <tr className="border-t border-line align-top">
      <td className="py-2.5 pr-2 pl-4 md:pl-5">
        <span className={cx("inline-flex items-center gap-1.5 text-2 font-label", color)}>
          <Icon aria-hidden className="size-3.75 shrink-0" />
          {result === "not_applicable" ? "N/A" : RESULT_WORDS[result]}
        </span>
      </td>
      <td className="py-2.5 pr-4 md:pr-2">
        <div className="text-2">{check.title}</div>
        <div className="num text-1 leading-4.5 text-ink-3 [overflow-wrap:anywhere]">{check.evidence.text}</div>
      </td>
      <td className="hidden py-2.5 pr-5 text-right text-2 whitespace-nowrap md:table-cell">{survives(check)}</td>
    </tr>
  );
}

function survives({ survives_renounce, status }: Check): string {
  if (survives_renounce !== null) return survives_renounce ? "yes" : "no";
  return status === "unknown" ? "can't tell" : "–";
}
