import "server-only";
import { env } from "@/lib/env";
import type { Seller } from "./findSeller";

export const MARKET_HANDLE = "coinslot";

/** The market's own account: the wallet of its settings. It is in no table. */
export function marketSeller(): Seller {
  const { payTo, publicUrl } = env();
  const wallet = payTo.toLowerCase();
  return { wallet, handle: MARKET_HANDLE, name: "Coinslot", payTo: wallet, site: publicUrl, since: null, market: true };
}
