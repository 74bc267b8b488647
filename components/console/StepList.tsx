import { Check, Circle, CircleQuestionMark, X } from "lucide-react";
import { BusyIcon } from "../ui/BusyIcon";
import { cx } from "../ui/cx";
import type { StepRow, StepState } from "./stepsOf";

/** The steps so far; the one under way is strong. `elapsed` is its running time. */
export function StepList({ steps, elapsed }: { steps: readonly StepRow[]; elapsed: string | null }) {
  if (steps.length === 0) return null;
  return (
    <ol className="divide-y divide-line">
      {steps.map((step) => {
        const time = step.state === "now" || step.state === "ask" ? (elapsed ?? step.time) : step.time;
        return (
          <li key={step.key} className="flex gap-3 py-2 first:pt-0">
            <span className="mt-1 w-4 shrink-0">
              <Icon state={step.state} />
            </span>
            <span className={cx("min-w-0 flex-1 text-3", step.state === "now" && "font-strong", step.state === "todo" && "text-ink-3")}>
              {step.label}
              {step.note ? <span className="block text-2 font-text text-ink-3">{step.note}</span> : null}
            </span>
            {time ? (
              <span className={cx("num shrink-0 text-2 leading-6", step.state === "now" ? "font-strong" : "text-ink-3")}>{time}</span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function Icon({ state }: { state: StepState }) {
  switch (state) {
    case "done":
      return <Check aria-label="done" className="size-4 text-settled" />;
    case "now":
      return <BusyIcon className="size-4 text-settling" />;
    case "bad":
      return <X aria-label="did not happen" className="size-4 text-failed" />;
    case "ask":
      return <CircleQuestionMark aria-label="being checked" className="size-4 text-unknown" />;
    case "todo":
      return <Circle aria-label="not yet" className="size-4 text-line-input" strokeWidth={1.5} />;
  }
}
