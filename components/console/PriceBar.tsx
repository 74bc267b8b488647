"use client";

import { type RefObject, useEffect, useState } from "react";
import { formatUsd } from "@/lib/money";
import { cx } from "../ui/cx";

type Props = {
  code: string;
  price: bigint;
  word: string /** The pay area; while it is in view the bar is away. */;
  watch: RefObject<HTMLElement | null>;
  action: { label: string; act: () => void /** Only what spends money is filled green. */; spends: boolean } | null;
};

/** On a phone: code, price and the button, while the pay button itself is off screen. */
export function PriceBar({ code, price, word, watch, action }: Props) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const element = watch.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false));
    observer.observe(element);
    return () => observer.disconnect();
  }, [watch]);
  if (!away) return null;
  return (
    <div className="num fixed inset-x-0 top-14.25 z-20 flex h-11 items-center gap-4 bg-display px-4 text-3 text-display-ink md:hidden">
      <span className="font-strong">{code}</span>
      <span className="min-w-0 truncate">
        <span className="font-strong">{formatUsd(price)}</span> <span className="text-display-dim">· {word}</span>
      </span>
      {action ? (
        <button
          type="button"
          onClick={action.act}
          className={cx(
            "-mr-2 ml-auto h-7 shrink-0 rounded-control px-2.5 text-2 font-strong",
            action.spends ? "bg-display-on text-display-on-ink" : "border border-display-dim",
          )}
        >
          {action.label}
        </button>
      ) : null}
    </div>
  );
}
