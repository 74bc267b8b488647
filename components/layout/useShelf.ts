"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "../wallet/fetchJson";

export type ShelfTool = {
  code: string;
  slug: string;
  question: string;
  tags: string[];
  price: { text: string };
  listing?: { name: string; title: string };
};

/** What is on the shelves now, with its prices; asked while `wanted`, since both may have changed since the page was loaded. */
export function useShelf(wanted: boolean): readonly ShelfTool[] | undefined {
  const { data } = useQuery({
    queryKey: ["shelf"],
    enabled: wanted,
    staleTime: 10_000,
    queryFn: async () => (await fetchJson<{ tools: ShelfTool[] }>("/api/catalog?view=short")).tools,
  });
  return data;
}
