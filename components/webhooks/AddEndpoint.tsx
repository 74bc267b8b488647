"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Panel } from "@/components/ui/Panel";
import type { EndpointView } from "@/lib/webhooks/views";
import { EndpointForm } from "./EndpointForm";
import { SecretOnce } from "./SecretOnce";
import { sellerApi } from "./sellerApi";
import { useSellerAction } from "./useSellerAction";

type Made = { endpoint: EndpointView; secret: string };
type Props = { none: boolean /** No more can be added. */; full: boolean };

const START = { url: "", description: "", events: ["payment.settled", "payment.failed"] };

/** The way to a new endpoint: a button, or what stands here while there is none. */
export function AddEndpoint({ none, full }: Props) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const add = useSellerAction(
    (fields: typeof START) => sellerApi<Made>("POST", "", fields),
    null,
    (result) => {
      setMade(result);
      setOpen(false);
    },
  );
  if (made) {
    const words = `Events for ${made.endpoint.url} are signed with it, so that you can tell them from anybody else's.`;
    return <SecretOnce secret={made.secret} words={words} onDone={() => setMade(null)} />;
  }
  if (open) {
    return (
      <Panel className="p-5 md:p-6">
        <h2 className="mb-4 text-3 font-strong">New endpoint</h2>
        <EndpointForm
          start={START}
          action="Add endpoint"
          busy={add.isPending}
          refusal={add.error?.message ?? null}
          onSubmit={(fields) => add.mutate(fields)}
          onCancel={() => setOpen(false)}
        />
      </Panel>
    );
  }
  const button = (
    <Button variant="ink" disabled={full} onClick={() => setOpen(true)}>
      <Plus aria-hidden className="size-4" />
      Add an endpoint
    </Button>
  );
  if (full) return <p className="text-2 text-ink-3">Five endpoints are the most that there can be. Delete one to add another.</p>;
  if (!none) return button;
  return (
    <EmptyState title="Nobody is told yet" action={button}>
      Give an address of your server. From then on it is sent each payment that settles, each refund and each complaint, within a second,
      and again for a day if it does not answer.
    </EmptyState>
  );
}
