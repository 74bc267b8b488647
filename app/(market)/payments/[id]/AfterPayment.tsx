import { DisputeForm } from "@/components/disputes/DisputeForm";
import { DisputeStory } from "@/components/disputes/DisputeStory";
import { HashCheck } from "@/components/disputes/HashCheck";
import { WithdrawButton } from "@/components/disputes/WithdrawButton";
import { RefundLines } from "@/components/refunds/RefundLines";
import { refundedOf } from "@/components/refunds/refundStatus";
import { DisputeRates } from "@/components/sellers/DisputeRates";
import type { DisputeRates as Rates } from "@/db/queries/disputeRates";
import type { Dispute } from "@/db/queries/disputes";
import type { PublicPayment } from "@/db/queries/payments";
import { DISPUTE_DAYS } from "@/lib/disputes/reasons";
import { tellPublicDispute } from "@/lib/disputes/tellDispute";
import type { PublicRefund } from "@/lib/refunds/tellRefund";

type Props = { payment: PublicPayment; refunds: readonly PublicRefund[]; dispute: Dispute | null; rates: Rates | null };

const DAY_MS = 86_400_000;

/** What came after the payment: what went back, what its payer complains of, and what both sides can prove by. */
export function AfterPayment({ payment, refunds, dispute, rates }: Props) {
  const { hashes } = payment;
  const canDispute = !dispute && hashes.request !== null && isDisputable(payment, refunds);
  return (
    <>
      {refunds.length > 0 ? (
        <section aria-labelledby="given-back" className="mt-8">
          <h2 id="given-back" className="mb-3 text-4">
            Given back
          </h2>
          <RefundLines refunds={refunds} />
        </section>
      ) : null}
      {dispute ? (
        <section aria-labelledby="dispute" className="mt-8">
          <h2 id="dispute" className="mb-3 text-4">
            Dispute
          </h2>
          <DisputeStory dispute={tellPublicDispute(dispute)} />
          {dispute.state === "open" ? <WithdrawButton paymentId={payment.id} payer={payment.payer} /> : null}
        </section>
      ) : null}
      {canDispute ? (
        <div className="mt-8">
          <DisputeForm paymentId={payment.id} payer={payment.payer} />
        </div>
      ) : null}
      {rates ? <DisputeRates rates={rates} of={payment.tool} className="mt-4 max-w-measure text-2 text-ink-3" /> : null}
      {hashes.request && payment.state === "settled" ? (
        <details className="mt-8">
          <summary className="text-3 font-strong">What was asked and answered, as hashes</summary>
          <div className="mt-3">
            <HashCheck request={hashes.request} answer={hashes.answer} />
          </div>
        </details>
      ) : null}
    </>
  );
}

/** As the ledger will say again when it is asked: settled lately, and not all of it is back. */
function isDisputable({ state, amount, times }: PublicPayment, refunds: readonly PublicRefund[]): boolean {
  const fresh = times.closed !== null && Date.now() - Date.parse(times.closed) < DISPUTE_DAYS * DAY_MS;
  return state === "settled" && fresh && refundedOf(refunds, ["settled", "pending", "unknown"]) < BigInt(amount);
}
