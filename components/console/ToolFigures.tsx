import type { ToolStats } from "@/db/queries/toolStats";
import { formatMs, plainMs } from "../ui/formatMs";
import { formatShare } from "../ui/formatShare";

type Figure = { value: string; label: string };

/** The tool's last 30 days, from the ledger; it says so when there are none. */
export function ToolFigures({ stats }: { stats: ToolStats | null | undefined }) {
  const figures = stats ? figuresOf(stats) : [];
  return (
    <div className="mt-5 border-y border-line py-3">
      {stats === null ? (
        <p className="text-2 text-ink-3">The ledger did not answer, so there are no figures now.</p>
      ) : figures.length === 0 ? (
        <p className="text-2 text-ink-3">No calls yet. Its figures stand here with the first paid one.</p>
      ) : (
        <dl tabIndex={0} aria-label="The last 30 days" className="flex gap-x-8 overflow-x-auto md:justify-between">
          {figures.map((figure) => (
            <div key={figure.label} className="flex shrink-0 flex-col-reverse">
              <dt className="text-1 text-ink-3">{figure.label}</dt>
              <dd className="num text-3 font-strong">{figure.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function figuresOf(stats: ToolStats): Figure[] {
  const back = stats.returnedShare === null ? "" : `, ${Math.round(stats.returnedShare * 100)} % came back`;
  return [
    ...(stats.runP50Ms === null ? [] : [{ value: formatMs(stats.runP50Ms), label: "runs in, median" }]),
    ...(stats.runP99Ms === null
      ? []
      : [{ value: stats.runP99Ms < 10 ? formatMs(stats.runP99Ms) : plainMs(stats.runP99Ms), label: "99 of 100" }]),
    ...(stats.answeredShare === null ? [] : [{ value: formatShare(stats.answeredShare), label: "answered, 30 d" }]),
    { value: stats.paidCalls.toLocaleString("en"), label: "paid calls, 30 d" },
    ...(stats.payers === 0
      ? []
      : [{ value: stats.payers.toLocaleString("en"), label: `${stats.payers === 1 ? "payer" : "payers"}${back}` }]),
  ];
}
