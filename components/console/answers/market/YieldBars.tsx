import type { PoolYieldAnswer } from "@/lib/tools/pool-yield/schema";
import { amountText, shortDecimal } from "./amountText";
import { sidesOf } from "./poolText";

/** Fees to the right, loss to the left, and what remains: all to one scale. */
export function YieldBars({ answer }: { answer: PoolYieldAnswer }) {
  const { quote } = sidesOf(answer.pool);
  const rows = [
    { label: "Fees", atomic: answer.fees_quote, percent: answer.fees_percent },
    { label: "Loss", atomic: answer.loss_quote, percent: answer.loss_percent },
    { label: "Net", atomic: answer.net_quote, percent: answer.net_percent },
  ];
  const widest = Math.max(...rows.map(({ percent }) => Math.abs(Number(percent ?? 0))));
  return (
    <dl className="grid gap-y-3 border-t border-line p-4 md:p-5">
      {rows.map(({ label, atomic, percent }) => (
        <div key={label} className="grid grid-cols-[3rem_1fr] items-center gap-x-3 gap-y-1 md:grid-cols-[3rem_14rem_1fr]">
          <dt className="text-2 text-ink-3">{label}</dt>
          <dd className="num text-2 [overflow-wrap:anywhere]">
            <span className="font-label">{percent === null ? "unknown" : `${shortDecimal(percent)} %`}</span>
            <span className="text-ink-3"> {amountText(atomic, quote)}</span>
          </dd>
          <dd className="col-span-2 md:col-span-1">
            <Bar share={widest > 0 ? Number(percent ?? 0) / widest : 0} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** From the middle to the right for a gain, to the left for a loss. */
function Bar({ share }: { share: number }) {
  const width = Math.abs(share) * 50;
  return (
    <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="block h-2 w-full">
      <rect x={share < 0 ? 50 - width : 50} y="0" width={width} height="8" className={share < 0 ? "fill-c-before" : "fill-c-now"} />
      <path d="M50 0V8" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
