import type { SpecFault } from "@/lib/specs/types";

/** So many are shown; the first ones are the ones to mend. */
const MOST_SHOWN = 30;

/** What is wrong with a description, each with its place and the way to mend it. */
export function SpecFaults({ faults }: { faults: readonly SpecFault[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {faults.slice(0, MOST_SHOWN).map((fault) => (
        <li key={`${fault.code} ${fault.pointer} ${fault.line} ${fault.message}`} className="py-2.5 text-2 [overflow-wrap:anywhere]">
          <p className="font-label">{fault.message}</p>
          <p className="num text-1 text-ink-3">
            {[fault.line === null ? null : `line ${fault.line}`, fault.pointer, fault.code].filter(Boolean).join(" · ")}
          </p>
          {fault.hint ? <p className="text-ink-2">{fault.hint}</p> : null}
        </li>
      ))}
      {faults.length > MOST_SHOWN ? <li className="py-2.5 text-2 text-ink-3">and {faults.length - MOST_SHOWN} more</li> : null}
    </ul>
  );
}
