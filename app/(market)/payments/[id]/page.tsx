import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/dashboard/AutoRefresh";
import { PaymentHead } from "@/components/dashboard/PaymentHead";
import { Timeline } from "@/components/dashboard/Timeline";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { statusOf } from "@/components/ui/statusOf";
import { connection, db } from "@/db/client";
import { paymentTimeline } from "@/db/queries/timeline";
import { findUsage } from "@/db/queries/usages";
import { tryLedger } from "@/lib/tryLedger";
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
  const [log, usage] = (await tryLedger(() =>
    Promise.all([paymentTimeline(db(), payment.id), findUsage(connection().sql, payment.id)]),
  )) ?? [[], null];
  return (
    <>
      <PaymentHead
        payment={{ ...payment, amount: BigInt(payment.amount), claimedAt: new Date(payment.times.claimed ?? 0) }}
        trail={[
          { href: "/", label: "Tools" },
          { href: `/tools/${payment.tool}`, label: payment.tool },
        ]}
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
        </section>
        <ReceiptAside payment={payment} used={usage?.used ?? null} />
      </div>
      {status === "settling" || status === "unknown" ? <AutoRefresh everyMs={2_000} /> : null}
    </>
  );
}
