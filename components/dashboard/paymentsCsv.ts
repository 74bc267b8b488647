import type { SellerPayment } from "@/db/queries/sellerPayments";
import { formatUsdc } from "@/lib/money";

/** A row of the file: what the table shows, without its place in the list. */
export type CsvPayment = Omit<SellerPayment, "cursor">;

type Cell = string | null;

const COLUMNS: [name: string, cell: (p: CsvPayment) => Cell][] = [
  ["payment", (p) => p.id],
  ["claimed_at", (p) => p.claimedAt.toISOString()],
  ["state", (p) => p.state],
  ["tool", (p) => p.tool],
  ["amount_usdc", (p) => formatUsdc(p.amount).replaceAll(",", "")],
  ["amount_atomic", (p) => p.amount.toString()],
  ["settled_atomic", (p) => (p.state === "settled" ? p.amount : 0n).toString()],
  ["payer", (p) => p.payer],
  ["transaction", (p) => p.transaction],
  ["block", (p) => p.blockNumber?.toString() ?? null],
  ["answered_in_ms", (p) => (p.answeredAt ? String(p.answeredAt.getTime() - p.receivedAt.getTime()) : null)],
  ["closed_at", (p) => p.closedAt?.toISOString() ?? null],
  ["reason", (p) => p.reason],
  ["reason_message", (p) => p.reasonMessage],
  ["client", (p) => p.client],
  ["network", (p) => p.network],
  ["asset", (p) => p.asset],
];

export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(",")}\r\n`;

/** One line of the file (RFC 4180). */
export function csvLine(payment: CsvPayment): string {
  return `${COLUMNS.map(([, cell]) => csvCell(cell(payment))).join(",")}\r\n`;
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, and the client's name, say, is
 * whatever the payer wrote. An apostrophe in front makes it text.
 */
export function csvCell(value: Cell): string {
  const text = value ?? "";
  const safe = /^\s*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
