"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "../wallet/fetchJson";

type Catalog = { tools: { slug: string; price: { text: string } }[] };

/** What each tool costs now, by slug; asked while `wanted`, since a price may have moved since the page was loaded. */
export function usePrices(wanted: boolean): Record<string, string> | undefined {
  const { data } = useQuery({
    queryKey: ["prices"],
    enabled: wanted,
    staleTime: 10_000,
    queryFn: async () => Object.fromEntries((await fetchJson<Catalog>("/api/catalog")).tools.map((tool) => [tool.slug, tool.price.text])),
  });
  return data;
}
