import { cx } from "@/components/ui/cx";
import { Hash } from "@/components/ui/Hash";
import type { PaymentStep } from "./paymentSteps";

const DOTS: Record<PaymentStep["tone"], string> = {
  settled: "bg-settled border-settled",
  done: "bg-ink border-ink",
  open: "border-ink bg-paper",
  unknown: "border-unknown bg-unknown",
  failed: "border-failed bg-failed",
  plain: "border-ink-3 bg-paper",
};

type Props = { steps: readonly PaymentStep[] };

/** What happened, step by step, to the millisecond. */
export function Timeline({ steps }: Props) {
  return (
    <ol>
      {steps.map((step, index) => (
        <li key={`${step.title} ${step.at.getTime()}`} className="flex gap-3.5 md:gap-4">
          <Clock at={step.at} className="hidden w-24 shrink-0 pt-0.5 text-right md:block" />
          <span aria-hidden className="relative flex w-4 shrink-0 justify-center">
            {index < steps.length - 1 ? <span className="absolute top-4 -bottom-2 w-px bg-line-strong" /> : null}
            <span className={cx("relative mt-2 size-2.5 rounded-full border-2", DOTS[step.tone])} />
          </span>
          <div className="min-w-0 flex-1 pb-7">
            <Clock at={step.at} className="md:hidden" />
            <div className="flex items-baseline justify-between gap-4">
              <h3 className="text-3 font-strong">{step.title}</h3>
              {step.took ? <span className="num shrink-0 text-2 text-ink-3">{step.took}</span> : null}
            </div>
            <p className="max-w-measure text-3 text-ink-2">
              {step.text}{" "}
              {step.hash ? (
                <span className="text-2">
                  <Hash
                    value={step.hash.value}
                    what={step.hash.what}
                    href={step.hash.what === "transaction" ? `/explorer/tx/${step.hash.value}` : null}
                  />
                </span>
              ) : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Clock({ at, className }: { at: Date; className: string }) {
  const iso = at.toISOString();
  return (
    <time dateTime={iso} title={`${iso.slice(0, 10)} UTC`} className={cx("num text-2 text-ink-3", className)}>
      {iso.slice(11, 23)}
    </time>
  );
}
