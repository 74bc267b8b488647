"use client";

import Link from "next/link";
import type { ExplorerPayment } from "@/db/queries/explorerPayments";
import { cx } from "../ui/cx";
import { Money } from "../ui/Money";
import { RelativeTime } from "../ui/RelativeTime";
import { Status } from "../ui/Status";
import { shorten } from "../ui/shorten";
import { statusOf } from "../ui/statusOf";
import { ToolName } from "./ToolName";

/** The same rows in two lines each, for narrow screens. */
export function SettlementsList({ rows, payee = false }: { rows: readonly ExplorerPayment[]; payee?: boolean }) {
  return (
    <ul>
      {rows.map((row) => {
        const status = statusOf(row.state);
        return (
          <li
            key={row.id}
            className={cx("border-b border-line", status === "unknown" && "-mx-(--margin-phone) bg-unknown-soft px-(--margin-phone)")}
          >
            <Link href={`/payments/${row.id}`} prefetch={false} className="block py-2 hover:bg-hover focus-visible:-outline-offset-2">
              <span className="flex items-center justify-between gap-3 text-3">
                <span className="min-w-0 truncate">
                  <ToolName tool={row.tool} />
                </span>
                <span className="font-strong">
                  <Money atomic={row.amount} />
                </span>
              </span>
              <span className="mt-0.5 flex items-center justify-between gap-3 text-2 text-ink-3">
                <span className="num">{shorten(payee ? row.payTo : row.payer)}</span>
                <span className="whitespace-nowrap">
                  <Status status={status} word={status === "unknown" ? "Unknown" : undefined} /> · <RelativeTime at={row.at} short />
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
