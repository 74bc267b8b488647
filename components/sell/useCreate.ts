"use client";

import { useMutation } from "@tanstack/react-query";
import type { WholeJson } from "@/lib/listings/listingJson";
import { askMarket, Refused } from "../sellers/askMarket";

export type Made = { listing: WholeJson; signingKey: string | null };

/** Makes a draft; the faults of fields stand under them. */
export function useCreate(onMade: (made: Made) => void) {
  const create = useMutation({
    mutationFn: (body: Record<string, unknown>) => askMarket<Made>("/api/seller/listings", "POST", body),
    onSuccess: onMade,
  });
  return { ...create, faults: create.error instanceof Refused ? create.error.fields : {} };
}
