"use client";

import { Tip } from "./Tip";
import { exactUtc, relativeTime } from "./times";
import { useNow } from "./useNow";

/** How long ago, kept true while you look; the exact UTC on hover and in the markup. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const now = useNow() ?? new Date();
  const date = new Date(at);
  return (
    <Tip text={exactUtc(date)}>
      {/* Server and browser read their clocks at different moments; the first tick mends it. */}
      <time dateTime={date.toISOString()} className={className} suppressHydrationWarning>
        {relativeTime(date, now)}
      </time>
    </Tip>
  );
}
