"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cookieToInitialState, WagmiProvider } from "wagmi";
import { MarketContext } from "./MarketContext";
import type { MarketFacts } from "./marketFacts";
import { walletConfig } from "./walletConfig";

/** What every page's client parts stand on: the market's facts, the wallet, the query cache. */
export function Providers({ market, cookie, children }: { market: MarketFacts; cookie: string | null; children: ReactNode }) {
  const [config] = useState(() => walletConfig(market));
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2000 } } }));
  const [initialState] = useState(() => cookieToInitialState(config, cookie));
  return (
    <MarketContext value={market}>
      <WagmiProvider config={config} initialState={initialState}>
        <QueryClientProvider client={queries}>
          <Tooltip.Provider>{children}</Tooltip.Provider>
        </QueryClientProvider>
      </WagmiProvider>
    </MarketContext>
  );
}
