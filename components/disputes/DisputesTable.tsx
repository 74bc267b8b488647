import Link from "next/link";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import type { Dispute } from "@/db/queries/disputes";
import { disputeReasonWords } from "@/lib/disputes/reasons";
import { DISPUTE_STATUS } from "./disputeStatus";

/** A seller's disputes; each leads to its payment, where it is answered. */
export function DisputesTable({ rows }: { rows: readonly Dispute[] }) {
  return (
    <ul className="border-t border-line-strong">
      {rows.map((row) => (
        <li key={row.id} className="group relative border-b border-line px-1 py-3 hover:bg-hover">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <Link href={`/dashboard/payments/${row.paymentId}#dispute`} className="font-strong after:absolute after:inset-0">
                <Money atomic={row.amount} />
                <span className="sr-only">, payment {row.paymentId}</span>
              </Link>
              <Status {...DISPUTE_STATUS[row.state]} className="text-2" />
              <span className="text-2">{row.tool}</span>
            </span>
            <span className="text-2 text-ink-3">
              {row.state === "open" ? (
                <>answer until {row.dueAt.toISOString().slice(0, 10)}</>
              ) : (
                <RelativeTime at={row.answeredAt ?? row.openedAt} />
              )}
            </span>
          </div>
          <p className="mt-1 text-2 text-ink-2 [overflow-wrap:anywhere]">
            {disputeReasonWords(row.reason)}.{row.words ? ` “${row.words}”` : ""}{" "}
            <span className="relative z-1">
              <Hash value={row.payer} copy="hover" />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
