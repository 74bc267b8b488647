"use client";

import { useMutation } from "@tanstack/react-query";
import { useMarket } from "../wallet/MarketContext";
import { UNREACHABLE } from "./ownRefusals";
import { type Priced, requestPrice } from "./requestPrice";

/** "Get the price": the unpaid request by itself. */
export function usePriceQuestion(slug: string) {
  const market = useMarket();
  const asking = useMutation({
    mutationFn: ({ input, shownPrice }: { input: Record<string, unknown>; shownPrice: bigint }) =>
      requestPrice(slug, input, market, shownPrice),
  });
  const priced: Priced | null = asking.error ? { ok: false, refusal: UNREACHABLE } : (asking.data ?? null);
  return { priced, pending: asking.isPending, ask: asking.mutate, forget: asking.reset };
}
