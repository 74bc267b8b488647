import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import { shorten } from "@/components/ui/shorten";
import type { PaymentRow } from "./PaymentsTable";
import { isUnpaid } from "./paymentWords";
import { rowStatus } from "./rowStatus";

/** The same rows in two lines each, for narrow screens. */
export function PaymentsList({ rows }: { rows: readonly PaymentRow[] }) {
  return (
    <ul className="border-t border-line-strong">
      {rows.map((row) => {
        const { status, word } = rowStatus(row);
        return (
          <li
            key={row.id}
            className={cx("border-b border-line", status === "unknown" && "-mx-(--margin-phone) bg-unknown-soft px-(--margin-phone)")}
          >
            <Link href={`/dashboard/payments/${row.id}`} className="block py-2.5 hover:bg-hover focus-visible:-outline-offset-2">
              <span className="flex items-center justify-between gap-3">
                <span className={isUnpaid(row.state) ? "text-ink-3 line-through" : "font-strong"}>
                  <Money atomic={row.amount} />
                </span>
                <Status status={status} {...(word ? { word } : {})} className="text-2" />
              </span>
              <span className="mt-0.5 flex items-baseline justify-between gap-3 text-2 text-ink-2">
                <span className="min-w-0 truncate">
                  {row.tool} · <span className="num">{shorten(row.payer)}</span>
                </span>
                <RelativeTime at={row.claimedAt} className="shrink-0 text-ink-3" />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
