import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/dashboard/AutoRefresh";
import { PaymentDetail } from "@/components/dashboard/PaymentDetail";
import { PaymentHead } from "@/components/dashboard/PaymentHead";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { db } from "@/db/client";
import { paymentTimeline } from "@/db/queries/timeline";
import { currentSeller } from "@/lib/auth/currentSeller";
import { findHere } from "./findHere";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: Props) {
  if (!(await currentSeller())) return null;
  const payment = await findHere((await params).id);
  if (!payment) notFound();
  const log = await paymentTimeline(db(), payment.id);
  return (
    <>
      <PaymentHead payment={payment} trail={[{ href: "/dashboard/payments", label: "Payments" }]}>
        <ButtonLink href={`/payments/${payment.id}`}>
          <ReceiptText aria-hidden className="size-4" />
          Receipt
        </ButtonLink>
      </PaymentHead>
      <PaymentDetail payment={payment} log={log} />
      {payment.closedAt ? null : <AutoRefresh everyMs={2_000} />}
    </>
  );
}
