import { CircleSlash, OctagonX } from "lucide-react";
import { RelativeTime } from "@/components/ui/RelativeTime";
import type { ClosedListing } from "@/db/queries/closedListings";

/** What a seller sells no more, and why. */
export function ClosedListings({ closed }: { closed: readonly ClosedListing[] }) {
  return (
    <ul className="border-t border-line-strong text-2">
      {closed.map(({ name, title, state, reason, at }) => (
        <li key={name} className="border-b border-line py-3 [overflow-wrap:anywhere]">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-3 font-strong">{title}</span>
            {state === "removed" ? (
              <span className="inline-flex items-center gap-1.5 font-label text-failed">
                <OctagonX aria-hidden className="size-3.5" />
                Taken down by the market
              </span>
            ) : (
              <span className="inline-flex items-center gap-1.5 font-label text-ink-3">
                <CircleSlash aria-hidden className="size-3.5" />
                Off the shelf
              </span>
            )}
            <RelativeTime at={at} className="text-ink-3" />
          </p>
          <p className="mt-0.5 text-ink-2">{reason}</p>
        </li>
      ))}
    </ul>
  );
}
