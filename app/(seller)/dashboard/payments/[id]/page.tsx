import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "@/components/dashboard/LiveRefresh";
import { PaymentDetail } from "@/components/dashboard/PaymentDetail";
import { PaymentHead } from "@/components/dashboard/PaymentHead";
import { PaymentWebhooks } from "@/components/dashboard/PaymentWebhooks";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { db } from "@/db/client";
import { paymentTimeline } from "@/db/queries/timeline";
import { deliveriesAbout } from "@/db/queries/webhookDeliveries";
import { currentSeller } from "@/lib/auth/currentSeller";
import { deliveryView } from "@/lib/webhooks/views";
import { findHere } from "./findHere";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: Props) {
  const seller = await currentSeller();
  if (!seller) return null;
  const payment = await findHere((await params).id);
  if (!payment) notFound();
  const [log, deliveries] = await Promise.all([paymentTimeline(db(), payment.id), deliveriesAbout(db(), seller, payment.id)]);
  return (
    <>
      <PaymentHead payment={payment} trail={[{ href: "/dashboard/payments", label: "Payments" }]}>
        <ButtonLink href={`/payments/${payment.id}`}>
          <ReceiptText aria-hidden className="size-4" />
          Receipt
        </ButtonLink>
      </PaymentHead>
      <PaymentDetail payment={payment} log={log}>
        <PaymentWebhooks deliveries={deliveries.map(deliveryView)} />
      </PaymentDetail>
      <LiveRefresh everyMs={payment.closedAt ? 15_000 : 2_000} always={!payment.closedAt} />
    </>
  );
}
