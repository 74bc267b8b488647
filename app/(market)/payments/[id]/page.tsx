import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/dashboard/AutoRefresh";
import { PaymentHead } from "@/components/dashboard/PaymentHead";
import { Timeline } from "@/components/dashboard/Timeline";
import { refundedHow } from "@/components/refunds/refundStatus";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { statusOf } from "@/components/ui/statusOf";
import { connection, db } from "@/db/client";
import { disputeRates } from "@/db/queries/disputeRates";
import { disputeOfPayment } from "@/db/queries/disputes";
import { paymentTimeline } from "@/db/queries/timeline";
import { findUsage } from "@/db/queries/usages";
import { publicRefunds } from "@/lib/refunds/publicRefunds";
import { tryLedger } from "@/lib/tryLedger";
import { AfterPayment } from "./AfterPayment";
import { findReceipt } from "./findReceipt";
import { publicSteps } from "./publicSteps";
import { ReceiptAside } from "./ReceiptAside";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Receipt ${(await params).id.slice(0, 40)}`, robots: { index: false, follow: false } };
}

export default async function ReceiptPage({ params }: Props) {
  const payment = await findReceipt((await params).id);
  if (payment === "ledger_unavailable") return <LedgerDown what="this receipt" />;
  if (!payment) notFound();
  const status = statusOf(payment.state);
  const [log, usage, back, dispute, rates] = (await tryLedger(() =>
    Promise.all([
      paymentTimeline(db(), payment.id),
      findUsage(connection().sql, payment.id),
      publicRefunds(payment),
      disputeOfPayment(connection().sql, payment.id),
      payment.hashes.request ? disputeRates(db(), { tool: payment.tool }) : null,
    ]),
  )) ?? [[], null, { refunds: [] }, null, null];
  const refunded = refundedHow(BigInt(payment.amount), back.refunds);
  const moving = back.refunds.some((r) => r.state === "pending" || r.state === "unknown");
  return (
    <>
      <PaymentHead
        payment={{ ...payment, amount: BigInt(payment.amount), claimedAt: new Date(payment.times.claimed ?? 0) }}
        refunded={refunded}
        trail={trailOf(payment.tool, back.refundOf)}
      />
      <div className="mt-7 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_408px]">
        <section aria-labelledby="what-happened" className="max-lg:order-2">
          <h2 id="what-happened" className="mb-4 text-4">
            What happened
          </h2>
          <Timeline steps={publicSteps(payment, log)} />
          <p className="max-w-measure text-2 text-ink-3">
            Anybody who has this address can read this page. What was asked and answered is not on it, and the question is not kept.
          </p>
          <AfterPayment payment={payment} refunds={back.refunds} dispute={dispute} rates={rates} />
        </section>
        <ReceiptAside payment={payment} used={usage?.used ?? null} refunds={back.refunds} />
      </div>
      {status === "settling" || status === "unknown" || moving ? <AutoRefresh everyMs={2_000} /> : null}
    </>
  );
}

/** A refund's own receipt leads to the payment that it gives back. */
function trailOf(tool: string, refundOf: string | undefined) {
  if (refundOf) return [{ href: `/payments/${refundOf}`, label: `Refund of ${refundOf}` }];
  return [
    { href: "/", label: "Tools" },
    { href: `/tools/${tool}`, label: tool },
  ];
}
