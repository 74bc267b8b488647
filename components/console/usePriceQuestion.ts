"use client";

import { useMutation } from "@tanstack/react-query";
import type { CallTarget } from "@/lib/discovery/callRequest";
import { useMarket } from "../wallet/MarketContext";
import { UNREACHABLE } from "./ownRefusals";
import { type Priced, requestPrice } from "./requestPrice";

/** "Get the price": the unpaid request by itself. */
export function usePriceQuestion(target: CallTarget) {
  const market = useMarket();
  const asking = useMutation({
    mutationFn: ({ input, shownPrice }: { input: Record<string, unknown>; shownPrice: bigint }) =>
      requestPrice(target, input, market, shownPrice),
  });
  const priced: Priced | null = asking.error ? { ok: false, refusal: UNREACHABLE } : (asking.data ?? null);
  return { priced, pending: asking.isPending, ask: asking.mutate, forget: asking.reset };
}
