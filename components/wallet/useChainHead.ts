"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";

export type ChainHead = { network: string; block: string; at: string; local: boolean };

/** The newest block, as the market sees it. */
export function useChainHead(everyMs = 5000) {
  return useQuery({
    queryKey: ["chain"],
    queryFn: () => fetchJson<ChainHead>("/api/chain"),
    refetchInterval: everyMs,
  });
}
