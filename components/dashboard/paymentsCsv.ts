import { formatUsdc } from "@/lib/money";
import type { ExportedPayment } from "./exportedPayment";

type Cell = string | null;

/** Without commas, which would be read as another cell or another number. */
const usdc = (atomic: bigint) => formatUsdc(atomic).replaceAll(",", "");

const COLUMNS: [name: string, cell: (p: ExportedPayment) => Cell][] = [
  ["payment", (p) => p.id],
  ["claimed_at", (p) => p.claimedAt.toISOString()],
  ["state", (p) => p.state],
  ["tool", (p) => p.tool],
  ["amount_usdc", (p) => usdc(p.amount)],
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
  ["refunded_usdc", (p) => usdc(p.refunded?.amount ?? 0n)],
  ["refunded_atomic", (p) => (p.refunded?.amount ?? 0n).toString()],
  ["refund_transactions", (p) => p.refunded?.transactions.join(" ") ?? null],
];

export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(",")}\r\n`;

/** One line of the file (RFC 4180). */
export function csvLine(payment: ExportedPayment): string {
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
