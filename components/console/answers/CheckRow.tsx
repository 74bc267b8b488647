import { CircleCheck, CircleMinus, CircleQuestionMark, CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Check } from "@/lib/safety/answer/shape";
import { cx } from "../../ui/cx";
import { checkResult, RESULT_WORDS, type ResultKey } from "./checkResult";
import { JudgedLink } from "./safety/JudgedLink";

const LOOK: Record<ResultKey, { icon: LucideIcon; color: string }> = {
  fail: { icon: CircleX, color: "text-v-avoid" },
  caution: { icon: TriangleAlert, color: "text-v-caution" },
  note: { icon: Info, color: "text-ink-2" },
  pass: { icon: CircleCheck, color: "text-v-ok" },
  unknown: { icon: CircleQuestionMark, color: "text-v-unknown" },
  not_applicable: { icon: CircleMinus, color: "text-ink-3" },
};

/** One check: its result, what it says, what it rests on, and if the power outlives a renounced owner. */
export function CheckRow({ check }: { check: Check }) {
  const result = checkResult(check);
  const { icon: Icon, color } = LOOK[result];
  const { text, trace } = check.evidence;
  return (
    <li className="grid gap-x-3 border-t border-line px-4 py-2.5 text-2 first:border-t-0 md:grid-cols-[6.5rem_minmax(0,1fr)] md:px-5">
      <span className={cx("inline-flex items-center gap-1.5 self-start font-label", color)}>
        <Icon aria-hidden className="size-3.75 shrink-0" />
        {result === "not_applicable" ? "N/A" : RESULT_WORDS[result]}
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        {check.status === "fail" ? (
          // The title says what is true when it passes: of a fail, what was found comes first.
          <>
            {text}
            <div className="mt-0.5 text-1 leading-4.5 text-ink-3">
              Does not hold: <JudgedLink id={check.id}>{check.title}</JudgedLink>
            </div>
          </>
        ) : (
          <>
            <JudgedLink id={check.id}>{check.title}</JudgedLink>
            <div className="mt-0.5 text-1 leading-4.5 text-ink-2">{text}</div>
          </>
        )}
        {trace ? (
          <div className="num text-1 leading-4.5 text-ink-3">
            The contract: <bdi>{trace}</bdi>
          </div>
        ) : null}
        {check.survives_renounce === null ? null : (
          <div className="text-1 leading-4.5 text-ink-3">
            {check.survives_renounce ? "Still works after ownership is given up." : "Ends when ownership is given up."}
          </div>
        )}
      </div>
    </li>
  );
}
