"use client";

import { createContext, useContext } from "react";
import type { MarketFacts } from "./marketFacts";

export const MarketContext = createContext<MarketFacts | null>(null);

export function useMarket(): MarketFacts {
  const facts = useContext(MarketContext);
  if (!facts) throw new Error("useMarket is used outside of the layout's providers.");
  return facts;
}
