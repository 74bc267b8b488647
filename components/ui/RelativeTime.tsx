"use client";

import { Tip } from "./Tip";
import { exactUtc, relativeTime } from "./times";
import { useNow } from "./useNow";

type Props = { at: Date | string; className?: string /** "2 s" where there is no room for "2 s ago". */; short?: boolean };

/** How long ago, kept true while you look; the exact UTC on hover and in the markup. */
export function RelativeTime({ at, className, short = false }: Props) {
  const now = useNow() ?? new Date();
  const date = new Date(at);
  return (
    <Tip text={exactUtc(date)}>
      {/* Server and browser read their clocks at different moments; the first tick mends it. */}
      <time dateTime={date.toISOString()} className={className} suppressHydrationWarning>
        {short ? relativeTime(date, now).replace(/ ago$/, "") : relativeTime(date, now)}
      </time>
    </Tip>
  );
}
