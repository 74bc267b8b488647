"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";

/** Atomic USDC of an address, read through the market. */
export function useUsdcBalance(address: string | undefined) {
  return useQuery({
    queryKey: ["usdc", address?.toLowerCase()],
    enabled: address !== undefined,
    refetchInterval: 15_000,
    queryFn: async () => BigInt((await fetchJson<{ balance: string }>(`/api/chain/balance?address=${address}`)).balance),
    // The cache is compared as JSON elsewhere in the library, and a bigint has none.
    structuralSharing: false,
  });
}
