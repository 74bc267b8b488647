import type { LatestPayment } from "@/db/queries/latestPayments";
import type { MarketStats } from "@/db/queries/marketStats";
import { formatUsd } from "@/lib/money";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { formatShare } from "../ui/formatShare";
import { RelativeTime } from "../ui/RelativeTime";
import { shorten } from "../ui/shorten";
import { STATUS_WORDS, statusOf } from "../ui/statusOf";

type Props = { stats: MarketStats; latest: LatestPayment | null /** Of the tool that was called last. */; code: string | null };
type Figure = { value: string; label: string };

/** The machine's lit line: the last 24 hours, from the ledger, and the newest call. */
export function LiveStrip({ stats, latest, code }: Props) {
  const figures = figuresOf(stats);
  return (
    <section
      aria-label="The last 24 hours"
      className="num overflow-hidden rounded-panel border border-display-edge bg-display text-display-ink"
    >
      <div className="flex flex-wrap items-stretch">
        {figures.length === 0 ? <Quiet everPaid={latest !== null} /> : null}
        {figures.map((figure, index) => (
          <div
            key={figure.label}
            className={cx(
              "w-1/2 border-display-rule px-3.5 py-3 md:px-5 mid:w-auto mid:border-r",
              index % 2 === 0 && "border-r",
              index < 2 && "border-b mid:border-b-0",
            )}
          >
            <div className="text-4">{figure.value}</div>
            <div className="text-1 text-display-dim">{figure.label}</div>
          </div>
        ))}
        {latest ? (
          <div className="w-full border-t border-display-rule px-3.5 py-3 md:px-5 lg:ml-auto lg:w-auto lg:border-t-0 lg:px-5">
            <Latest payment={latest} code={code} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

function figuresOf(stats: MarketStats): Figure[] {
  if (stats.paidCalls === 0 && stats.noAnswerShare === null) return [];
  return [
    { value: stats.paidCalls.toLocaleString("en"), label: "paid calls, 24 h" },
    { value: formatUsd(BigInt(stats.settledAtomic), 2), label: "settled, 24 h" },
    ...(stats.medianMs === null ? [] : [{ value: formatMs(stats.medianMs), label: "request to answer, median" }]),
    ...(stats.noAnswerShare === null ? [] : [{ value: formatShare(stats.noAnswerShare), label: "had no answer, not charged" }]),
  ];
}

function Quiet({ everPaid }: { everPaid: boolean }) {
  return (
    <div className="px-3.5 py-3 md:px-5">
      <div className="text-4">{everPaid ? "no calls in 24 h" : "no calls yet"}</div>
      <div className="text-1 text-display-dim">figures come from the ledger, with the first paid call</div>
    </div>
  );
}

function Latest({ payment, code }: { payment: LatestPayment; code: string | null }) {
  const status = statusOf(payment.state);
  const light =
    status === "settled"
      ? "bg-display-on"
      : status === "settling"
        ? "bg-display-wait"
        : status === "failed"
          ? "bg-display-bad"
          : "bg-display-dim";
  const price = status === "not_charged" ? "" : ` ${formatUsd(BigInt(payment.amount))}`;
  return (
    <>
      <div className="flex items-center gap-2 text-2">
        <span aria-hidden className={cx("size-1.75 rounded-full", light)} />
        {code} {payment.tool}
        {price} {STATUS_WORDS[status].toLowerCase()}
      </div>
      <div className="text-1 text-display-dim">
        <RelativeTime at={payment.times.claimed ?? new Date()} />
        {payment.transaction ? ` · ${shorten(payment.transaction)}` : ""}
      </div>
    </>
  );
}
