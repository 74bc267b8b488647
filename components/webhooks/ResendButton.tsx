"use client";

import { toast } from "sonner";
import type { DeliveryView } from "@/lib/webhooks/views";
import { sellerApi } from "./sellerApi";
import { useSellerAction } from "./useSellerAction";

/** The same event once more. There is none where its endpoint is off, which the row says. */
export function ResendButton({ delivery }: { delivery: Pick<DeliveryView, "id" | "type" | "endpointOn"> }) {
  const resend = useSellerAction(
    () => sellerApi("POST", `/deliveries/${delivery.id}/resend`),
    "Not sent again",
    () => toast("Sent again", { description: "It has the same id, so that your server can tell that it is a copy." }),
  );
  if (!delivery.endpointOn) return <span className="text-ink-3">endpoint is off</span>;
  return (
    <button type="button" className="link" aria-busy={resend.isPending} onClick={() => resend.mutate(undefined)}>
      Resend<span className="sr-only"> {delivery.type}</span>
    </button>
  );
}
