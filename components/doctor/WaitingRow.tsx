import { ChevronDown, Circle } from "lucide-react";
import type { CheckResult } from "@/lib/doctor/report";

/** Checks that could not be made yet, in one line. */
export function WaitingRow({ checks }: { checks: readonly CheckResult[] }) {
  return (
    <li>
      <details className="group/check">
        <summary className="flex cursor-pointer list-none gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <Circle aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" strokeWidth={2} />
          <span className="min-w-0 grow">
            <span className="block text-3">{checks.length} more checks wait</span>
            <span className="mt-0.5 block text-2 text-ink-3">{checks[0]?.detail}</span>
          </span>
          <ChevronDown aria-hidden className="mt-1 -mr-1 size-4 shrink-0 text-ink-3 group-open/check:rotate-180" />
        </summary>
        <ul className="grid gap-1 pr-4 pb-3.5 pl-11 text-2 text-ink-2">
          {checks.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
