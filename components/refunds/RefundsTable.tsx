import Link from "next/link";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import { Table, Td, Th, Tr } from "@/components/ui/Table";
import type { Refund } from "@/db/queries/refunds";
import { refundReasonWords } from "@/lib/refunds/reasons";
import { REFUND_STATUS } from "./refundStatus";

const KINDS = { manual: "by you", automatic: "by itself", dispute: "for a dispute" } as const;

/** A seller's refunds; a row leads to the payment that it gives back. Two lines each on narrow screens. */
export function RefundsTable({ rows }: { rows: readonly Refund[] }) {
  return (
    <>
      <div className="max-md:hidden">
        <Table>
          <caption className="sr-only">Refunds, newest first</caption>
          <thead>
            <tr>
              <Th className="pl-3!">Amount</Th>
              <Th>Status</Th>
              <Th>Tool</Th>
              <Th>Reason</Th>
              <Th>Made</Th>
              <Th>When</Th>
              <Th>Transaction</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id} tone={row.state === "unknown" ? "unknown" : undefined} className="relative">
                <Td className="pl-3!">
                  <PaymentLink row={row} className="font-strong after:absolute after:inset-0" />
                </Td>
                <Td>
                  <Status {...REFUND_STATUS[row.state]} />
                </Td>
                <Td className="whitespace-nowrap">{row.tool}</Td>
                <Td className="max-w-60 truncate text-ink-2">{refundReasonWords(row.reason)}</Td>
                <Td className="whitespace-nowrap text-ink-2">{KINDS[row.kind]}</Td>
                <Td className="whitespace-nowrap text-ink-2">
                  <RelativeTime at={row.createdAt} className="relative z-1" />
                </Td>
                <Td>
                  {row.transaction ? (
                    <span className="relative z-1">
                      <Hash value={row.transaction} what="transaction" copy="hover" />
                    </span>
                  ) : (
                    <span className="text-ink-3">{row.state === "owed" ? "waits for your allowance" : "–"}</span>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="border-t border-line-strong md:hidden">
        {rows.map((row) => (
          <li key={row.id} className="relative border-b border-line py-2.5">
            <span className="flex items-center justify-between gap-3">
              <PaymentLink row={row} className="font-strong after:absolute after:inset-0" />
              <Status {...REFUND_STATUS[row.state]} className="text-2" />
            </span>
            <span className="mt-0.5 flex items-baseline justify-between gap-3 text-2 text-ink-2">
              <span className="min-w-0 truncate">
                {row.tool} · {refundReasonWords(row.reason)}
              </span>
              <RelativeTime at={row.createdAt} className="shrink-0 text-ink-3" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function PaymentLink({ row, className }: { row: Refund; className: string }) {
  return (
    <Link href={`/dashboard/payments/${row.paymentId}`} className={className}>
      <Money atomic={row.amount} />
      <span className="sr-only">, of payment {row.paymentId}</span>
    </Link>
  );
}
