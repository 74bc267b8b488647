import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { WEBHOOK_CODE } from "@/components/docs/webhookCode";
import { WEBHOOK_ANSWER_ROWS, WEBHOOK_EVENT_ROWS, WEBHOOK_HEADER_ROWS } from "@/components/docs/webhookTables";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { EVENT_TABLE } from "@/lib/webhooks/eventTable";

export const metadata: Metadata = {
  title: "Webhooks",
  description: "Have your server told of payments, refunds, disputes and listings, signed and at least once.",
};

/** Those whose data look the same are shown once. */
const SHOWN = ["payment.settled", "payment.failed", "refund.settled", "dispute.opened", "listing.off", "allowance.low", "webhook.test"];
const ENVELOPE = { id: "evt_9c1f4b20e7d3a85612bb04fe", timestamp: "2026-11-21T08:33:10.214Z" };

const examples = EVENT_TABLE.filter(({ type }) => SHOWN.includes(type)).map(({ type, data }) => ({
  name: type,
  code: JSON.stringify({ id: ENVELOPE.id, type, timestamp: ENVELOPE.timestamp, data }, null, 2),
}));

export default function WebhooksPage() {
  return (
    <>
      <DocHead title="Webhooks">
        Your server is told when you are paid, when money went back, when a payer complains and when a listing goes on or off the shelf.
      </DocHead>
      <DocSection id="start" title="Add an endpoint">
        <p>
          In the dashboard under{" "}
          <Link href="/dashboard/webhooks" className="link text-ink">
            Webhooks
          </Link>{" "}
          give an https address, choose the events, and copy the secret: it is shown once. <b>Send a test</b> shows at once what your server
          answers. There can be five endpoints.
        </p>
      </DocSection>
      <DocSection id="events" title="Events">
        <DocTable label="Events" rows={WEBHOOK_EVENT_ROWS} />
        <p>
          An event is written down in the same transaction of the ledger as what it tells of, and sent within a second. It comes at least
          once, and not always in order: <Mono>timestamp</Mono> says when it happened. A payment whose block is taken back and mined again
          is told once. In the rare case that it is not mined again, <Mono>payment.failed</Mono> follows.
        </p>
      </DocSection>
      <DocSection id="shape" title="What is sent">
        <p>
          A <Mono>POST</Mono> with JSON. Amounts are whole atomic units in a text, <Mono>"5000"</Mono> is $0.005. Addresses are lower case,
          times are UTC. Fields may be added; none are taken away.
        </p>
        <CodeBlock tabs={examples} label="Examples of events" />
      </DocSection>
      <DocSection id="verify" title="Verify it">
        <p>
          Anybody can post to your address. What is ours is signed by the{" "}
          <a href="https://www.standardwebhooks.com" className="link text-ink">
            Standard Webhooks
          </a>{" "}
          scheme, for which there are libraries in most languages.
        </p>
        <DocTable label="Headers" rows={WEBHOOK_HEADER_ROWS} />
        <CodeBlock tabs={WEBHOOK_CODE} label="A receiver" />
      </DocSection>
      <DocSection id="answers" title="What you answer">
        <DocTable label="Answers and retries" rows={WEBHOOK_ANSWER_ROWS} />
        <p>
          The dashboard keeps each try for 30 days, with the request and the beginning of your answer, and <b>Resend</b> sends the same
          event once more.
        </p>
      </DocSection>
    </>
  );
}
