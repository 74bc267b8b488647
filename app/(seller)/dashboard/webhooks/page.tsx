import type { Metadata } from "next";
import Link from "next/link";
import { LiveRefresh } from "@/components/dashboard/LiveRefresh";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { AddEndpoint } from "@/components/webhooks/AddEndpoint";
import { DeliveryRow } from "@/components/webhooks/DeliveryRow";
import { EndpointPanel } from "@/components/webhooks/EndpointPanel";
import { db } from "@/db/client";
import { type DeliveryPage, deliveriesOf } from "@/db/queries/webhookDeliveries";
import { endpointsOf } from "@/db/queries/webhookEndpoints";
import { currentSeller } from "@/lib/auth/currentSeller";
import { MOST_ENDPOINTS } from "@/lib/webhooks/createEndpoint";
import { deliveryView, endpointView } from "@/lib/webhooks/views";

export const metadata: Metadata = { title: "Webhooks" };

const ROWS = 25;

export default async function WebhooksPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const [seller, { before }] = await Promise.all([currentSeller(), searchParams]);
  if (!seller) return null;
  const cursor = /^[1-9]\d{0,17}$/.test(String(before)) ? { before: BigInt(String(before)) } : {};
  const [endpoints, log] = await Promise.all([endpointsOf(db(), seller), deliveriesOf(db(), seller, { ...cursor, limit: ROWS })]);
  const none = endpoints.length === 0;
  return (
    <>
      <h1 className="text-5">Webhooks</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        Your server hears of payments, refunds and complaints when they happen. Every message is signed.{" "}
        <Link href="/docs/webhooks" className="link text-ink">
          What is sent, and how to verify it
        </Link>
      </p>
      <div className="mt-6 grid gap-4">
        {endpoints.map((endpoint) => (
          <EndpointPanel key={endpoint.id} endpoint={endpointView(endpoint)} />
        ))}
        <div>
          <AddEndpoint none={none} full={endpoints.length >= MOST_ENDPOINTS} />
        </div>
      </div>
      {none ? null : <Log log={log} paged={"before" in cursor} />}
      <LiveRefresh />
    </>
  );
}

function Log({ log: { rows, hasOlder }, paged }: { log: DeliveryPage; paged: boolean }) {
  return (
    <section aria-labelledby="log" className="mt-12">
      <h2 id="log" className="text-4">
        What was sent
      </h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-2 text-ink-3">Nothing yet. Send a test to see what your server makes of it.</p>
      ) : (
        <ul className="mt-3 border-t border-line-strong">
          {rows.map((delivery) => (
            <DeliveryRow key={delivery.id.toString()} delivery={deliveryView(delivery)} />
          ))}
        </ul>
      )}
      <p className="mt-3 flex items-center justify-between gap-4 text-2 text-ink-3">
        Kept for 30 days
        <span className="flex gap-2">
          {paged ? (
            <ButtonLink size="sm" href="/dashboard/webhooks">
              Newest
            </ButtonLink>
          ) : null}
          {hasOlder ? (
            <ButtonLink size="sm" href={`/dashboard/webhooks?before=${rows.at(-1)?.id}`}>
              Older
            </ButtonLink>
          ) : null}
        </span>
      </p>
    </section>
  );
}
