"use client";

import Link from "next/link";
import type { ExplorerPayment } from "@/db/queries/explorerPayments";
import { Money } from "../ui/Money";
import { RelativeTime } from "../ui/RelativeTime";
import { Status } from "../ui/Status";
import { statusOf } from "../ui/statusOf";
import { Table, Td, Th, Tr } from "../ui/Table";
import { useChainHead } from "../wallet/useChainHead";
import { LedgerLink } from "./LedgerLink";
import { ToolName } from "./ToolName";

type Props = { rows: readonly ExplorerPayment[]; caption: string /** Who was paid instead of who paid. */; payee?: boolean };

/** A row leads to its payment, its addresses and its transaction. For wide screens. */
export function SettlementsTable({ rows, caption, payee = false }: Props) {
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Th>Tool</Th>
          <Th right>Amount</Th>
          <Th className="pl-6!">Status</Th>
          <Th>{payee ? "Paid to" : "Payer"}</Th>
          <Th>Transaction</Th>
          <Th right>When</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const status = statusOf(row.state);
          return (
            <Tr key={row.id} tone={status === "unknown" ? "unknown" : undefined} className="relative">
              <Td>
                <Link
                  href={`/payments/${row.id}`}
                  prefetch={false}
                  className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
                >
                  <ToolName tool={row.tool} />
                  <span className="sr-only">, payment {row.id}</span>
                </Link>
              </Td>
              <Td right className="font-strong">
                <Money atomic={row.amount} />
              </Td>
              <Td className="pl-6!">
                <Status status={status} word={status === "unknown" ? "Unknown" : undefined} />
              </Td>
              <Td>
                <LedgerLink kind="address" value={payee ? row.payTo : row.payer} className="relative z-1" />
              </Td>
              <Td>
                {row.transaction && status === "settled" ? (
                  <LedgerLink kind="tx" value={row.transaction} className="relative z-1" />
                ) : (
                  <NextBlock />
                )}
              </Td>
              <Td right className="whitespace-nowrap text-ink-2">
                <RelativeTime at={row.at} className="relative z-1" />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** What a payment on its way waits for. */
function NextBlock() {
  const { data } = useChainHead();
  return (
    <span className="num whitespace-nowrap text-ink-3">
      {data ? `block ${(Number(data.block) + 1).toLocaleString("en")}` : "waits for a block"}
    </span>
  );
}
