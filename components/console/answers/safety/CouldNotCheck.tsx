import { CircleQuestionMark } from "lucide-react";
import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { JudgedLink } from "./JudgedLink";
import { missingByWhy } from "./missingByWhy";

/** What nobody should read as a pass. Always in sight when there is any. */
export function CouldNotCheck({ answer }: { answer: SafetyAnswer }) {
  const missing = missingByWhy(answer);
  if (missing.length === 0) return null;
  return (
    <section className="border-t border-line bg-paper p-4 md:p-5">
      <h3 className="flex items-center gap-2 text-3 font-strong">
        <CircleQuestionMark aria-hidden className="size-4 text-v-unknown" />
        What we could not check
      </h3>
      <ul className="mt-2 grid gap-2 text-2">
        {missing.map(({ why, checks }) => (
          <li key={why} className="[overflow-wrap:anywhere]">
            <p>{why}</p>
            <p className="text-ink-3">
              {checks.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 ? " · " : ""}
                  <JudgedLink id={id}>{title ?? id}</JudgedLink>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
