import Link from "next/link";
import type { VolumeDay } from "@/db/queries/volume";
import { formatUsd } from "@/lib/money";
import { stepLabel } from "../dashboard/chartModel";
import { GasLine } from "../ui/GasLine";
import { Panel } from "../ui/Panel";
import { VolumeChart } from "./VolumeChart";
import { type VolumeSums, volumeBars, volumeGas, volumeSums } from "./volumeModel";

/** Raw and filtered, told apart, and day by day. */
export function VolumePanel({ days, usdPerEth }: { days: readonly VolumeDay[]; usdPerEth: bigint | null }) {
  const sums = volumeSums(days);
  return (
    <Panel className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[300px_minmax(0,1fr)]">
      <section aria-labelledby="volume" className="min-w-0 px-5 py-4.5">
        <h2 id="volume" className="text-3 font-strong">
          Volume, {days.length} days
        </h2>
        <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2">
          <Sum value={sums.filtered} label="filtered" className="text-settled" mark="bg-settled" />
          <Sum value={sums.raw} label="raw" className="text-ink-3" mark="border border-ink-3" />
        </div>
        <dl className="mt-3 text-2">
          <TakenOut term="Payer and payee, one owner" value={sums.own} />
          <TakenOut term="Money that goes in a circle" value={sums.circular} />
        </dl>
        <p className="mt-2 text-2 text-ink-3">
          What is taken out says nothing about demand.{" "}
          <Link href="/docs/limits#volume" className="link">
            How we tell
          </Link>
        </p>
      </section>
      <div className="min-w-0 overflow-x-clip border-line p-2 pr-5 pb-3 max-lg:border-t lg:border-l">
        <VolumeChart bars={volumeBars(days)} />
        <VolumeTable days={days} />
      </div>
      <GasLine
        of="all these calls"
        {...volumeGas(days)}
        usdPerEth={usdPerEth}
        className="border-t border-line px-5 py-2.5 text-2 text-ink-3 lg:col-span-2"
      />
    </Panel>
  );
}

function Sum({ value, label, className, mark }: { value: bigint; label: string; className: string; mark: string }) {
  return (
    <div className={className}>
      <div className="num-lg text-5">{formatUsd(rounded(value), 2)}</div>
      <div className="flex items-center gap-1.5 text-2 text-ink-2">
        <span aria-hidden className={`size-2.5 ${mark}`} />
        {label}
      </div>
    </div>
  );
}

/** To the cent, or to the full amount where there is less than a dollar. */
function rounded(value: bigint): bigint {
  return value < 1_000_000n ? value : (value / 10_000n) * 10_000n;
}

function TakenOut({ term, value }: { term: string; value: VolumeSums["raw"] }) {
  return (
    <div className="flex justify-between gap-3 border-t border-line py-1.5">
      <dt className="text-ink-2">{term}</dt>
      <dd className="num">
        {value > 0n ? "−" : ""}
        {formatUsd(rounded(value), 2)}
      </dd>
    </div>
  );
}

/** The chart for those who can't see it. */
function VolumeTable({ days }: { days: readonly VolumeDay[] }) {
  return (
    <table className="sr-only">
      <caption>Volume by UTC day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Filtered</th>
          <th scope="col">Raw</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{stepLabel(new Date(`${day.day}T00:00:00Z`), "day")}</th>
            <td>{formatUsd(volumeSums([day]).filtered)}</td>
            <td>{formatUsd(BigInt(day.raw))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
