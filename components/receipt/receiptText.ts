import { formatUsdc } from "@/lib/money";
import type { ReceiptFacts } from "./receiptFacts";

/** The receipt as plain text, whole values, to paste into a report. */
export function receiptText(facts: ReceiptFacts): string {
  const rows: [string, string][] = [
    ["payment", facts.paymentId],
    ["time", facts.at],
    ["tool", `${facts.code} ${facts.tool}`],
    ["paid", `${formatUsdc(BigInt(facts.amount))} USDC`],
    ...(facts.used === null ? [] : ([["used of it", `${formatUsdc(BigInt(facts.used))} USDC`]] as [string, string][])),
    ...(facts.refunds ?? []).map(({ amount, transaction }): [string, string] => [
      "refunded",
      `${formatUsdc(BigInt(amount))} USDC, tx ${transaction}`,
    ]),
    ["gas", "paid by Coinslot"],
    ["from", facts.payer],
    ["to", facts.payTo],
    ["tx", facts.transaction],
    ...(facts.block ? ([["block", facts.block]] as [string, string][]) : []),
    ...(facts.batchSize && facts.batchSize > 1 ? ([["in a batch of", String(facts.batchSize)]] as [string, string][]) : []),
    ...(facts.answeredMs === null ? [] : ([["answered in", `${Math.round(facts.answeredMs)} ms`]] as [string, string][])),
  ];
  return ["COINSLOT", ...rows.map(([term, value]) => `${term.padEnd(14)}${value}`)].join("\n");
}
