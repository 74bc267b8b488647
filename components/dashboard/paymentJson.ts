import type { ExportedPayment } from "./exportedPayment";

/** An entry of the JSON file. Amounts are decimal text of atomic units, times are UTC. */
export function paymentJson(p: ExportedPayment) {
  return {
    payment: p.id,
    claimedAt: p.claimedAt.toISOString(),
    state: p.state,
    tool: p.tool,
    amount: p.amount.toString(),
    settled: (p.state === "settled" ? p.amount : 0n).toString(),
    refunded: (p.refunded?.amount ?? 0n).toString(),
    refundTransactions: p.refunded?.transactions ?? [],
    payer: p.payer,
    transaction: p.transaction,
    block: p.blockNumber?.toString() ?? null,
    answeredInMs: p.answeredAt ? p.answeredAt.getTime() - p.receivedAt.getTime() : null,
    closedAt: p.closedAt?.toISOString() ?? null,
    reason: p.reason,
    reasonMessage: p.reasonMessage,
    client: p.client,
    network: p.network,
    asset: p.asset,
  };
}
