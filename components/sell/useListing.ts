"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { askMarket, Refused } from "../sellers/askMarket";

/** One verb on a listing: asked of the market, and the page made anew with what it says. `path` is below the listing. */
export function useListing<T = unknown>(id: string, method: "POST" | "PATCH" | "DELETE", path = "", onDone?: (said: T) => void) {
  const router = useRouter();
  const act = useMutation({
    mutationFn: (body: Record<string, unknown> = {}) =>
      askMarket<T>(`/api/seller/listings/${id}${path}`, method, method === "DELETE" ? undefined : body),
    onSuccess: (said) => {
      onDone?.(said);
      router.refresh();
    },
  });
  return { ...act, faults: act.error instanceof Refused ? act.error.fields : {} };
}
