import { ReceiptText, Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "@/components/dashboard/LiveRefresh";
import { PaymentDetail } from "@/components/dashboard/PaymentDetail";
import { PaymentHead } from "@/components/dashboard/PaymentHead";
import { PaymentWebhooks } from "@/components/dashboard/PaymentWebhooks";
import { AnswerPanel } from "@/components/disputes/AnswerPanel";
import { DisputeStory } from "@/components/disputes/DisputeStory";
import { RefundLines } from "@/components/refunds/RefundLines";
import { RefundPanel } from "@/components/refunds/RefundPanel";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { buttonClass } from "@/components/ui/buttonClass";
import { db } from "@/db/client";
import type { Dispute } from "@/db/queries/disputes";
import { paymentTimeline } from "@/db/queries/timeline";
import { deliveriesAbout } from "@/db/queries/webhookDeliveries";
import { currentSeller } from "@/lib/auth/currentSeller";
import { tellPublicDispute } from "@/lib/disputes/tellDispute";
import { formatUsd } from "@/lib/money";
import { tellPublicRefund } from "@/lib/refunds/tellRefund";
import { deliveryView } from "@/lib/webhooks/views";
import { isTestSeller } from "../../isTestSeller";
import { findHere } from "./findHere";
import { moneyBack } from "./moneyBack";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: Props) {
  const account = await currentSeller();
  if (!account) return null;
  const payment = await findHere((await params).id);
  if (!payment) notFound();
  const [log, { refunds, dispute, refunded, back, left }, deliveries] = await Promise.all([
    paymentTimeline(db(), payment.id),
    moneyBack(payment),
    deliveriesAbout(db(), account, payment.id),
  ]);
  const moving = !payment.closedAt || refunds.some((r) => r.closedAt === null && r.state !== "owed");
  return (
    <>
      <PaymentHead payment={payment} refunded={refunded} trail={[{ href: "/dashboard/payments", label: "Payments" }]}>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/payments/${payment.id}`}>
            <ReceiptText aria-hidden className="size-4" />
            Receipt
          </ButtonLink>
          {left > 0n ? (
            <a href="#refund" className={buttonClass()}>
              <Undo2 aria-hidden className="size-4" />
              Refund {formatUsd(left)}
            </a>
          ) : null}
        </div>
      </PaymentHead>
      <PaymentDetail
        payment={payment}
        log={log}
        back={back}
        below={
          <>
            {dispute ? <DisputeSection dispute={dispute} /> : null}
            <PaymentWebhooks deliveries={deliveries.map(deliveryView)} />
          </>
        }
      >
        {refunds.length > 0 ? (
          <section aria-labelledby="given-back">
            <h2 id="given-back" className="mb-2 text-3 font-strong">
              Given back
            </h2>
            <RefundLines refunds={refunds.map(tellPublicRefund)} />
          </section>
        ) : null}
        {left > 0n ? (
          <RefundPanel key={left} paymentId={payment.id} account={account} left={left.toString()} testSeller={isTestSeller(account)} />
        ) : null}
      </PaymentDetail>
      <LiveRefresh everyMs={moving ? 2_000 : 15_000} always={moving} />
    </>
  );
}

function DisputeSection({ dispute }: { dispute: Dispute }) {
  return (
    <section id="dispute" aria-labelledby="dispute-heading" className="mt-6">
      <h2 id="dispute-heading" className="mb-3 text-4">
        Dispute
      </h2>
      <DisputeStory dispute={tellPublicDispute(dispute)} />
      {dispute.words ? (
        <blockquote className="mt-3 max-w-measure border-l-2 border-line-strong pl-3 text-2 [overflow-wrap:anywhere]">
          “{dispute.words}” (the payer, to you alone)
        </blockquote>
      ) : null}
      {dispute.state === "open" ? <AnswerPanel disputeId={dispute.id} /> : null}
    </section>
  );
}
