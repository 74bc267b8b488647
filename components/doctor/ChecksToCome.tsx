import { Circle } from "lucide-react";
import { BusyIcon } from "../ui/BusyIcon";
import { Panel } from "../ui/Panel";

type Props = {
  titles: readonly string[] /** Seconds that the examination has taken so far; null while none is under way. */;
  seconds: number | null;
};

/** The checks before there is a report: what will be looked at, or is being looked at now. */
export function ChecksToCome({ titles, seconds }: Props) {
  return (
    <section aria-label="Listing doctor" className="min-w-0">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-3 font-strong">{seconds === null ? "What it looks at" : "Listing doctor"}</h2>
        {seconds === null ? null : (
          <p className="flex items-center gap-1.5 text-2 text-ink-3">
            <BusyIcon /> checking, <span className="num">{seconds} s</span>
          </p>
        )}
      </div>
      <Panel className="mt-3 overflow-hidden">
        <ul aria-label="Checks" className="divide-y divide-line text-ink-2">
          {titles.map((title) => (
            <li key={title} className="flex gap-3 px-4 py-2.5 text-3">
              <Circle aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" strokeWidth={2} />
              {title}
            </li>
          ))}
        </ul>
        <p className="border-t border-line bg-paper px-4 py-2.5 text-2 text-ink-3">
          {seconds === null ? `${titles.length} checks, 30 s at the most` : "About twenty requests, 30 s at the most"}
        </p>
      </Panel>
    </section>
  );
}
