"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "../wallet/fetchJson";
import type { CheckedForm } from "./formValues";
import type { ToolFacts } from "./toolFacts";
import { useSettled } from "./useSettled";

/** What the call in the form costs. `known` is false while that is being asked, or can't be. */
export type CallPrice = { price: bigint; known: boolean; made: string | null; obstacle: string | null };

type Quoted = { amount: string; made?: string; would_run: boolean; obstacle?: { message?: string } };

const TYPING_MS = 350;

/** A fixed price is known; one that the request makes is asked for, free, whenever the input has come to rest. */
export function useCallPrice({ slug, price, pricing, unavailable }: ToolFacts, checked: CheckedForm): CallPrice {
  const asked = pricing && !unavailable && checked.ok ? JSON.stringify(checked.input) : null;
  const rested = useSettled(asked, TYPING_MS);
  const { data, error } = useQuery({
    queryKey: ["price", slug, rested],
    queryFn: () => fetchJson<Quoted>(`/api/v1/${slug}/quote`, { method: "POST", body: rested ?? "" }),
    enabled: rested !== null,
    staleTime: 60_000,
    retry: 1,
  });
  if (!pricing) return { price, known: true, made: null, obstacle: null };
  const fresh = asked !== null && asked === rested;
  if (fresh && data) {
    return {
      price: BigInt(data.amount),
      known: true,
      made: data.made ?? null,
      obstacle: data.would_run ? null : (data.obstacle?.message ?? null),
    };
  }
  return { price, known: false, made: null, obstacle: fresh && error ? error.message : null };
}
