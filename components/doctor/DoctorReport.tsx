import type { DoctorReport as Report } from "@/lib/doctor/report";
import { BusyIcon } from "../ui/BusyIcon";
import { Panel } from "../ui/Panel";
import { RelativeTime } from "../ui/RelativeTime";
import { CheckRow } from "./CheckRow";
import { summaryWords } from "./doctorWords";
import { RawAnswer } from "./RawAnswer";
import { WaitingRow } from "./WaitingRow";

type Props = { report: Report /** Without it there is no "Again". */; onAgain?: () => void; busy?: boolean };

const MOST_WAITING = 3;

/** What the doctor found, check by check. Everything in it was written by strangers and is shown as text. */
export function DoctorReport({ report, onAgain, busy = false }: Props) {
  const words = summaryWords(report);
  const waiting = report.checks.filter(({ after }) => after !== null);
  // A few stand in their place; where little could be looked at, they would hide what was.
  const folded = waiting.length > MOST_WAITING ? waiting : [];
  const rows = report.checks.filter((check) => !folded.includes(check));
  return (
    <section aria-label="Listing doctor" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-3 font-strong">Listing doctor</h2>
        <p className="text-2 text-ink-3">
          checked <RelativeTime at={report.at} />
          {onAgain ? (
            <>
              {" · "}
              <button type="button" onClick={onAgain} disabled={busy} className="link hover:text-ink disabled:opacity-60">
                Again
              </button>
              {busy ? <BusyIcon className="ml-1.5 inline size-3.5" /> : null}
            </>
          ) : null}
        </p>
      </div>
      <Panel className="mt-3 overflow-hidden">
        <ul aria-label="Checks" className="divide-y divide-line">
          {rows.map((check) => (
            <li key={check.id} id={`check-${check.id}`}>
              <CheckRow check={check} />
            </li>
          ))}
          {folded.length > 0 ? <WaitingRow checks={folded} /> : null}
        </ul>
        {report.raw ? (
          <details className="border-t border-line bg-paper">
            <summary className="flex cursor-pointer list-none flex-wrap justify-between gap-x-4 gap-y-1 px-4 py-2.5 text-2 text-ink-3 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
              <span>{words}</span>
              <span className="link hover:text-ink">Show the raw {report.raw.status}</span>
            </summary>
            <RawAnswer raw={report.raw} />
          </details>
        ) : (
          <p className="border-t border-line bg-paper px-4 py-2.5 text-2 text-ink-3">{words}</p>
        )}
      </Panel>
    </section>
  );
}
