"use client";

import type { WholeJson } from "@/lib/listings/listingJson";
import { OfferRows } from "../listing/OfferRows";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { RelativeTime } from "../ui/RelativeTime";
import { useListing } from "./useListing";

/** What an endpoint that takes its payments itself asks for, as found. */
export function TermsPanel({ id, terms }: { id: string; terms: NonNullable<WholeJson["terms"]> }) {
  const look = useListing(id, "POST", "/look");
  return (
    <div className="max-w-160">
      {terms.offer ? <OfferRows offer={terms.offer} /> : null}
      <p className="mt-3 text-2 text-ink-3">
        Looked at <RelativeTime at={terms.lookedAt} />, by an unpaid {terms.method}.
        {terms.failure ? <span className="block text-unknown">The last look found no terms: {terms.failure}</span> : null}
      </p>
      <Button className="mt-3" busy={look.isPending} onClick={() => look.mutate({})}>
        Look again
      </Button>
      <RefusedNote error={look.error} />
    </div>
  );
}
