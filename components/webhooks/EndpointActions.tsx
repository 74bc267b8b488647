"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/Button";
import type { EndpointView } from "@/lib/webhooks/views";
import { sellerApi } from "./sellerApi";
import { useSellerAction } from "./useSellerAction";

type Tested = { status: number | null; ms: number; error: string | null };
type Props = {
  endpoint: EndpointView;
  busy: boolean;
  onEdit: () => void;
  onSwitch: (state: "on" | "off") => void;
  onSecret: (secret: string) => void;
};

export function EndpointActions({ endpoint, busy, onEdit, onSwitch, onSecret }: Props) {
  const [asking, setAsking] = useState(false);
  const test = useSellerAction(
    () => sellerApi<Tested>("POST", `/${endpoint.id}/test`),
    "The test was not sent",
    ({ status, ms, error }) =>
      toast(error ? "The test did not get through" : "The test got through", {
        description: error ?? `It answered ${status} in ${ms} ms.`,
      }),
  );
  const rotate = useSellerAction(
    () => sellerApi<{ secret: string }>("POST", `/${endpoint.id}/rotate`),
    "The secret is as it was",
    ({ secret }) => onSecret(secret),
  );
  const drop = useSellerAction(() => sellerApi("DELETE", `/${endpoint.id}`), "Not deleted");
  if (asking) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-2 text-2">Delete it, and the log of all that was sent to it?</p>
        <Button size="sm" onClick={() => setAsking(false)}>
          Keep it
        </Button>
        <Button size="sm" variant="danger" busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
          Delete
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" busy={test.isPending} onClick={() => test.mutate(undefined)}>
        {test.isPending ? "Waiting for its answer" : "Send a test"}
      </Button>
      <Button size="sm" onClick={onEdit}>
        Edit
      </Button>
      <Button size="sm" busy={rotate.isPending} onClick={() => rotate.mutate(undefined)}>
        New secret
      </Button>
      <Button size="sm" busy={busy} onClick={() => onSwitch(endpoint.state === "on" ? "off" : "on")}>
        {endpoint.state === "on" ? "Switch off" : "Switch on"}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
        Delete
      </Button>
    </div>
  );
}
