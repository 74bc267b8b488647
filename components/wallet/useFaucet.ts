"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { fetchJson } from "./fetchJson";

/** 25 test USDC from the local chain's faucet; the route does not exist on real networks. */
export function useFaucet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (address: string) =>
      fetchJson<{ balance: string }>("/api/devnet/faucet", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ address }),
      }),
    onSuccess: (answer, address) => queries.setQueryData(["usdc", address.toLowerCase()], BigInt(answer.balance)),
    onError: (error) => toast.error("No test USDC came", { description: error.message }),
  });
}
