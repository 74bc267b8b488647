"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { ExplorerNews } from "@/lib/explorer/news";
import { mergePayments } from "./mergeNews";

type Live = ExplorerNews & { tool: string | null };

const Context = createContext<Live | null>(null);

export function useNews(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("useNews is used outside of LiveNews.");
  return live;
}

type Props = {
  first: ExplorerNews;
  /** The tool that the list keeps to. */
  tool: string | null;
  /** Older pages stand still. */
  live: boolean;
  children: ReactNode;
};

/** What the page began with, and what the market has told since. The browser reconnects by itself. */
export function LiveNews({ first, tool, live, children }: Props) {
  const [news, setNews] = useState(first);
  useEffect(() => setNews(first), [first]);
  useEffect(() => {
    const source = new EventSource("/api/explorer/stream");
    source.addEventListener("news", (event) => {
      const fresh = JSON.parse(event.data) as ExplorerNews;
      setNews((was) => ({
        ...fresh,
        payments: live ? mergePayments(was.payments, fresh, tool, first.payments.length || 16) : was.payments,
      }));
    });
    return () => source.close();
  }, [tool, live, first]);
  return <Context value={{ ...news, tool }}>{children}</Context>;
}
