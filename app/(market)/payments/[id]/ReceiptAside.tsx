import { Receipt } from "@/components/receipt/Receipt";
import { ReceiptActions } from "@/components/receipt/ReceiptActions";
import type { ReceiptFacts } from "@/components/receipt/receiptFacts";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { Panel } from "@/components/ui/Panel";
import { Rows } from "@/components/ui/Rows";
import { type StatusKey, statusOf } from "@/components/ui/statusOf";
import type { PublicPayment } from "@/db/queries/payments";
import type { PublicRefund } from "@/lib/refunds/tellRefund";
import { findDefinition } from "@/lib/tools/catalog";

/** What stands where the receipt would be, as long as there is none. */
const WITHOUT: Partial<Record<StatusKey, [title: string, text: string]>> = {
  settling: ["The receipt prints once it settles", "The transfer waits for a block. This page follows it by itself."],
  unknown: ["No receipt yet", "The chain has not told whether the money moved. It is checked every few seconds; do not pay again."],
  not_charged: ["No receipt: nothing was paid", "There was no answer, so the payment was never sent to the chain."],
  failed: ["No receipt: no money moved", "The chain refused the transfer, and the answer was withheld."],
};

/** The printed receipt of a settled payment; else why there is none. */
export function ReceiptAside({
  payment,
  used,
  refunds,
}: {
  payment: PublicPayment;
  used: string | null;
  refunds: readonly PublicRefund[];
}) {
  const facts = receiptFacts(payment, used, refunds);
  if (facts) {
    return (
      <aside aria-label="Receipt" className="max-lg:order-1">
        <Receipt facts={facts} />
        <ReceiptActions facts={facts} page={false} />
      </aside>
    );
  }
  const [title, text] = WITHOUT[statusOf(payment.state)] ?? ["No receipt", ""];
  return (
    <aside aria-label="The payment's facts" className="grid content-start gap-5 max-lg:order-1">
      <Panel className="p-5">
        <h2 className="text-3 font-strong">{title}</h2>
        <p className="mt-1 text-2 text-ink-2">{text}</p>
        <Rows
          className="mt-4 border-t border-line pt-4"
          rows={[
            { term: "price", value: <Money atomic={payment.amount} as="usdc" /> },
            { term: "from", value: <Hash value={payment.payer} /> },
            { term: "to", value: <Hash value={payment.payTo} /> },
            { term: "on", value: <span className="num">{payment.network}</span> },
            { term: "payment", value: <Hash value={payment.id} what="payment id" head={8} /> },
          ]}
        />
      </Panel>
    </aside>
  );
}

function receiptFacts(payment: PublicPayment, used: string | null, refunds: readonly PublicRefund[]): ReceiptFacts | null {
  const { received, closed } = payment.times;
  if (payment.state !== "settled" || !payment.transaction || !closed) return null;
  return {
    paymentId: payment.id,
    at: closed,
    code: findDefinition(payment.tool)?.code ?? "",
    tool: payment.tool,
    amount: payment.amount,
    used,
    refunds: refunds.flatMap(({ amount, transaction, state }) => (state === "settled" && transaction ? [{ amount, transaction }] : [])),
    payer: payment.payer,
    payTo: payment.payTo,
    transaction: payment.transaction,
    block: payment.block,
    batchSize: payment.batchSize,
    answeredMs: received ? Date.parse(closed) - Date.parse(received) : null,
  };
}
