import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/buttonClass";
import { cx } from "@/components/ui/cx";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import { Table, Td, Th, Tr } from "@/components/ui/Table";
import { answeredIn, isUnpaid, outcomeWords } from "./paymentWords";
import { rowStatus } from "./rowStatus";

export type PaymentRow = {
  id: string;
  state: string;
  tool: string;
  payer: string;
  amount: bigint;
  /** What of it has gone back, atomic. */
  back: bigint;
  reason: string | null;
  reasonMessage: string | null;
  transaction: string | null;
  receivedAt: Date;
  claimedAt: Date;
  answeredAt: Date | null;
};

type Props = { rows: readonly PaymentRow[] /** Block explorer, on real networks only. */; explorer: string | null };

/** A row leads to its payment; addresses and hashes in it can be copied. For wide screens. */
export function PaymentsTable({ rows, explorer }: Props) {
  return (
    <Table>
      <caption className="sr-only">Payments, newest first</caption>
      <thead>
        <tr>
          <Th className="pl-3!">Amount</Th>
          <Th>Status</Th>
          <Th>Tool</Th>
          <Th>Payer</Th>
          <Th right className="max-lg:hidden">
            Answered in
          </Th>
          <Th>When</Th>
          <Th>Transaction</Th>
          <Th>
            <span className="sr-only">Open</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PaymentTr key={row.id} row={row} explorer={explorer} />
        ))}
      </tbody>
    </Table>
  );
}

function PaymentTr({ row, explorer }: { row: PaymentRow; explorer: string | null }) {
  const { status, word } = rowStatus(row);
  return (
    <Tr tone={status === "unknown" ? "unknown" : undefined} className="relative">
      <Td className="pl-3!">
        <Link
          href={`/dashboard/payments/${row.id}`}
          className="font-strong after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          <span className={cx(isUnpaid(row.state) && "font-text text-ink-3 line-through")}>
            <Money atomic={row.amount} />
          </span>
          <span className="sr-only">, payment {row.id}</span>
        </Link>
      </Td>
      <Td>
        <Status status={status} {...(word ? { word } : {})} />
      </Td>
      <Td className="whitespace-nowrap">{row.tool}</Td>
      <Td>
        <span className="relative z-1">
          <Hash value={row.payer} copy="hover" />
        </span>
      </Td>
      <Td right className="num whitespace-nowrap text-ink-2 max-lg:hidden">
        {answeredIn(row)}
      </Td>
      <Td className="whitespace-nowrap text-ink-2">
        <RelativeTime at={row.claimedAt} className="relative z-1" />
      </Td>
      <Td className="max-w-60 truncate">
        {row.state === "settled" && row.transaction ? (
          <span className="relative z-1">
            <Hash value={row.transaction} what="transaction" copy="hover" href={explorer ? `${explorer}/tx/${row.transaction}` : null} />
          </span>
        ) : (
          <span className={status === "unknown" ? "text-unknown" : "text-ink-3"}>{outcomeWords(row)}</span>
        )}
      </Td>
      <Td className="w-24 text-ink-3">
        <span className="flex items-center justify-end gap-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          {row.state === "settled" && row.back < row.amount ? (
            <Link href={`/dashboard/payments/${row.id}#refund`} className={buttonClass({ size: "sm", className: "relative z-1" })}>
              Refund<span className="sr-only"> payment {row.id}</span>
            </Link>
          ) : null}
          <ChevronRight aria-hidden className="mr-2 size-4" />
        </span>
      </Td>
    </Tr>
  );
}
