import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { plainMs } from "../ui/formatMs";

export type Dot = "request" | "machine" | "you" | "good" | "bad";

const DOTS: Record<Dot, string> = {
  request: "border-2 border-ink bg-paper",
  machine: "bg-ink",
  you: "border-2 border-line-input bg-paper",
  good: "bg-settled",
  bad: "bg-failed",
};

type Props = { at: number; dot: Dot; title: string; side?: ReactNode; last?: boolean; children?: ReactNode };

/** One thing that went over the wire: when, what, and what was in it. */
export function WireStep({ at, dot, title, side, last = false, children }: Props) {
  return (
    <li className="relative grid grid-cols-[17px_1fr] gap-x-3 pb-5 md:grid-cols-[76px_17px_1fr]">
      <span className="num hidden text-right text-1 leading-6 text-ink-3 md:block">{plainMs(at)}</span>
      <span className="relative flex justify-center" aria-hidden>
        {last ? null : <span className="absolute top-3 -bottom-8 w-px bg-line-strong" />}
        <span className={cx("relative z-1 mt-1.75 size-2.5 rounded-full ring-4 ring-paper", DOTS[dot])} />
      </span>
      <div className="min-w-0">
        <span className="num text-1 text-ink-3 md:hidden">{plainMs(at)}</span>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="text-3 font-strong">{title}</h3>
          {side ? <span className="num text-2 text-ink-3 md:text-right">{side}</span> : null}
        </div>
        {children ? <div className="min-w-0 text-3 leading-5.5 text-ink-2">{children}</div> : null}
      </div>
    </li>
  );
}
