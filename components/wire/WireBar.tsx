import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import type { Stretch } from "./wireTimes";

const LOOK: Record<Stretch["kind"], string> = { machine: "bg-ink", you: "hatched", settle: "bg-settled", bad: "bg-failed" };

/** The machine's time to scale; yours is cut short, since people are slow. */
export function WireBar({ stretches }: { stretches: readonly Stretch[] }) {
  const machine = stretches.reduce((sum, { kind, ms }) => sum + (kind === "you" ? 0 : ms), 0);
  return (
    <div aria-hidden>
      <div className="flex h-2.5 gap-0.5">
        {stretches.map(({ key, kind, ms }) => (
          // Never thinner than can be seen, and your own never longer than half of the machine's.
          <span
            key={key}
            className={cx("min-w-1.25", LOOK[kind])}
            style={{ flexGrow: kind === "you" ? Math.min(ms, machine / 2) : ms, flexBasis: 0 }}
          />
        ))}
      </div>
      <div className="num mt-1 hidden flex-wrap gap-x-5 text-1 text-ink-3 md:flex">
        {stretches.map(({ key, ms }) => (
          <span key={key}>
            {key === "402" ? "" : `${key} `}
            {formatMs(ms)}
          </span>
        ))}
      </div>
    </div>
  );
}
