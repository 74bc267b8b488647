import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import type { PublicRefund } from "@/lib/refunds/tellRefund";
import { REFUND_STATUS } from "./refundStatus";

/** What was given back of a payment, one after the other. */
export function RefundLines({ refunds }: { refunds: readonly PublicRefund[] }) {
  return (
    <ul className="border-t border-line-strong">
      {refunds.map((refund) => {
        const { status, word } = REFUND_STATUS[refund.state];
        return (
          <li key={refund.id} className="border-b border-line py-2.5 text-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <span className="flex items-baseline gap-3">
                <span className="font-strong">
                  <Money atomic={refund.amount} />
                </span>
                <Status status={status} word={word} />
              </span>
              <span className="text-ink-3">
                <RelativeTime at={new Date(refund.at)} />
              </span>
            </div>
            <p className="mt-0.5 text-ink-2 [overflow-wrap:anywhere]">
              {refund.reasonText}.{refund.words ? ` “${refund.words}”` : ""}{" "}
              {refund.state === "owed" ? "It is sent as soon as the seller's allowance for refunds is enough." : null}
              {refund.transaction ? <Hash value={refund.transaction} what="transaction" /> : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
