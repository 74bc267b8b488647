import { Hash } from "@/components/ui/Hash";
import { RelativeTime } from "@/components/ui/RelativeTime";
import type { OperatorAction } from "@/db/queries/operators";

/** Who took what down or allowed it again, and why; the newest first. */
export function OperatorLog({ actions }: { actions: readonly OperatorAction[] }) {
  if (actions.length === 0) return <p className="border-y border-line py-6 text-3 text-ink-2">Nothing so far.</p>;
  return (
    <ol className="border-t border-line-strong text-2">
      {actions.map(({ operator, listingId, action, reason, at, title, handle }) => (
        <li key={`${listingId} ${at.toISOString()}`} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line py-3">
          <RelativeTime at={at} className="w-24 shrink-0 text-ink-3" />
          <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
            <p>
              <span className="font-label">{action === "remove" ? "Took down" : "Allowed again"}</span> {title ?? listingId}
              {handle ? <span className="num text-ink-3"> {handle}</span> : null}
            </p>
            <p className="text-ink-2">{reason}</p>
          </div>
          <Hash value={operator} copy={false} className="text-ink-3" />
        </li>
      ))}
    </ol>
  );
}
